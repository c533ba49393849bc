package io.elt.unittest;

import org.apache.flink.table.types.logical.LogicalType;

import java.util.Optional;

/**
 * A column that rows of a case have: one that is stored, or one of the metadata that a source offers.
 *
 * @param unlessGiven what stands in it if a row does not give it, in Flink's internal form; NULL without one
 */
public record TestColumn(String name, LogicalType type, Optional<Object> unlessGiven) {
    /** The number of the row among those of its input, from 0, as an offset. */
    public static final Object ROW_NUMBER = "the row's number";

    public TestColumn(String name, LogicalType type) {
        this(name, type, Optional.empty());
    }
}
