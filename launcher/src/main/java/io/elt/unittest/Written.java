package io.elt.unittest;

import org.apache.flink.table.data.RowData;

import java.util.List;

/**
 * What a run left in a table.
 *
 * @param changes what was written, in order, each row with its kind
 * @param rows what the table holds in the end, after its key and its merge engine have done their part; without an order
 */
public record Written(List<RowData> changes, List<RowData> rows) {
    public Written {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
    }
}
