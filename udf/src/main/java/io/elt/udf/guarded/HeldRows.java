package io.elt.udf.guarded;

import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;

/** The rows of one record, until all of them are known to be good. */
final class HeldRows implements Collector<RowData> {

    private final List<RowData> rows = new ArrayList<>();

    @Override
    public void collect(RowData row) {
        rows.add(row);
    }

    @Override
    public void close() {}

    void clear() {
        rows.clear();
    }

    List<RowData> rows() {
        return rows;
    }
}
