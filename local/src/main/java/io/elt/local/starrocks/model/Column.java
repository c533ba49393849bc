package io.elt.local.starrocks.model;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param defaultValue the text after DEFAULT, as a value of the column: {@code CURRENT_TIMESTAMP} stands for the time
 *     of the load
 */
public record Column(String name, DataType type, boolean nullable, Optional<String> defaultValue, String comment) {
    public static final String NOW = "CURRENT_TIMESTAMP";
}
