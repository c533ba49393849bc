package io.elt.plan;

/**
 * @param type Flink's SQL type, such as {@code DECIMAL(20, 2) NOT NULL}
 */
public record Column(String name, String type) {}
