package io.elt.unittest;

import io.elt.diagnostic.SourceSpan;
import io.elt.plan.TableName;
import org.apache.flink.table.data.RowData;

import java.time.Instant;

/** One thing that happens in an input. */
public sealed interface Event {
    TableName table();

    /** Where the case says it. */
    SourceSpan span();

    /**
     * A change of a row.
     *
     * @param row typed, in Flink's internal form, in the layout of its {@link TestTable}; its kind is the kind of the change
     */
    record Change(TableName table, RowData row, SourceSpan span) implements Event {}

    /** From here on the input has nothing older. For an input without an event time column it goes through as it is. */
    record Watermark(TableName table, Instant at, SourceSpan span) implements Event {}
}
