package io.elt.unittest.variation;

import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads typed rows. */
final class Cells {
    private Cells() {}

    /** Null for NULL. */
    static Object at(TestTable table, RowData row, int position) {
        LogicalType type = table.columns().get(position).type();
        return RowData.createFieldGetter(type, position).getFieldOrNull(row);
    }

    /** The values of a row's key, fit for comparing with equals. */
    static List<Object> key(TestTable table, RowData row) {
        List<Object> key = new ArrayList<>();
        for (int position : table.keyPositions()) {
            key.add(comparable(at(table, row, position)));
        }
        return key;
    }

    /** The same cell, fit for comparing with equals. */
    static Object comparable(Object cell) {
        return cell instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : cell;
    }

    /** The milliseconds of a moment or a day; empty for NULL and for what is neither. */
    static Optional<Long> time(TestTable table, RowData row, int position) {
        Object cell = at(table, row, position);
        if (cell instanceof TimestampData timestamp) {
            return Optional.of(timestamp.getMillisecond());
        }
        boolean isDay =
                cell instanceof Integer && table.columns().get(position).type().is(LogicalTypeRoot.DATE);
        return isDay ? Optional.of(TimeUnit.DAYS.toMillis((Integer) cell)) : Optional.empty();
    }
}
