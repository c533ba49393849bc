package io.elt.serving;

/**
 * @param type StarRocks' type as it is written, in upper case: {@code DECIMAL(20,2)}
 */
public record ServingColumn(String name, String type, boolean nullable) {}
