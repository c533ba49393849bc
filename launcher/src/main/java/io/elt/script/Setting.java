package io.elt.script;

import java.util.Optional;

/**
 * What {@code SET 'key' = 'value'} or {@code RESET 'key'} says.
 *
 * @param key empty for a bare RESET, which means all
 * @param value empty for RESET
 */
public record Setting(Optional<String> key, Optional<String> value) {}
