package io.elt.plan.column;

/**
 * @param column the one that is written
 * @param from what its values depend on
 */
public record ColumnFlow(String column, Influences from) {}
