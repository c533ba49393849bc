package io.elt.unittest.flink;

import io.elt.unittest.TestTable;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table that keeps the last row of each key; without a key, all rows. What was changed is told as a table of Paimon with
 * the changelog producer `lookup` tells it: with the row that was there before.
 */
final class TableContent {
    private final int[] key;
    private final int[] own;
    private final Map<List<Object>, GenericRowData> byKey = new LinkedHashMap<>();
    private final List<GenericRowData> rows = new ArrayList<>();
    private final List<RowData> changelog = new ArrayList<>();

    TableContent(TestTable table) {
        this.key = table.keyPositions().stream().mapToInt(Integer::intValue).toArray();
        // Where a change stands in its topic is not part of the row that it takes away.
        this.own = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).unlessGiven().isEmpty())
                .toArray();
    }

    static TableContent of(TestTable table, List<? extends RowData> changes) {
        TableContent content = new TableContent(table);
        changes.forEach(content::apply);
        return content;
    }

    List<RowData> rows() {
        return List.copyOf(key.length == 0 ? rows : byKey.values());
    }

    List<RowData> changelog() {
        return List.copyOf(changelog);
    }

    private void apply(RowData change) {
        GenericRowData row = (GenericRowData) change;
        boolean taken = row.getRowKind() == RowKind.UPDATE_BEFORE || row.getRowKind() == RowKind.DELETE;
        if (key.length > 0) {
            applyByKey(row, taken);
            return;
        }
        changelog.add(change);
        if (!taken) {
            rows.add(as(RowKind.INSERT, row));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (isSame(rows.get(i), row)) {
                rows.remove(i);
                return;
            }
        }
    }

    private boolean isSame(GenericRowData left, GenericRowData right) {
        return Arrays.stream(own).allMatch(i -> Objects.deepEquals(left.getField(i), right.getField(i)));
    }

    private void applyByKey(GenericRowData row, boolean taken) {
        List<Object> values = Arrays.stream(key).mapToObj(row::getField).toList();
        GenericRowData before = taken ? byKey.remove(values) : byKey.put(values, as(RowKind.INSERT, row));
        if (taken) {
            if (before != null) {
                changelog.add(as(RowKind.DELETE, before));
            }
            return;
        }
        if (before == null) {
            changelog.add(as(RowKind.INSERT, row));
            return;
        }
        changelog.add(as(RowKind.UPDATE_BEFORE, before));
        changelog.add(as(RowKind.UPDATE_AFTER, row));
    }

    static GenericRowData as(RowKind kind, GenericRowData row) {
        GenericRowData copy = new GenericRowData(kind, row.getArity());
        for (int i = 0; i < row.getArity(); i++) {
            copy.setField(i, row.getField(i));
        }
        return copy;
    }
}
