package io.elt.unittest.variation;

/**
 * A run that cannot be.
 *
 * @param run what it would have been, such as {@code as a batch}
 */
public record Skipped(String run, String reason) {}
