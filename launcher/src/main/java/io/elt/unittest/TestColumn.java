package io.elt.unittest;

import org.apache.flink.table.types.logical.LogicalType;

/** A column that rows of a case have: one that is stored, or one of the metadata that a source offers. */
public record TestColumn(String name, LogicalType type) {}
