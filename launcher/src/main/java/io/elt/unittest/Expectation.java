package io.elt.unittest;

import io.elt.diagnostic.SourceSpan;
import io.elt.plan.TableName;
import org.apache.flink.table.data.RowData;

import java.util.List;

/**
 * What a table shall hold, or what shall be written to it.
 *
 * @param span where the case names the table
 */
public record Expectation(TableName table, TestCase.Kind kind, List<ExpectedRow> rows, SourceSpan span) {
    public Expectation {
        rows = List.copyOf(rows);
    }

    /**
     * @param row in the layout of the table; NULL in the columns that the case does not give
     * @param columns positions of the columns that the case gives; the others are not looked at
     */
    public record ExpectedRow(RowData row, List<Integer> columns, SourceSpan span) {
        public ExpectedRow {
            columns = List.copyOf(columns);
        }
    }
}
