package io.elt.unittest.flink;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

/** Rows in another layout. */
final class Rows {
    private Rows() {}

    /**
     * @param fields positions in the row, in the order of the result
     */
    static RowData project(RowData row, int[] fields) {
        GenericRowData given = (GenericRowData) row;
        GenericRowData projected = new GenericRowData(row.getRowKind(), fields.length);
        for (int i = 0; i < fields.length; i++) {
            projected.setField(i, given.getField(fields[i]));
        }
        return projected;
    }
}
