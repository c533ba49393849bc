package io.elt.unittest.variation;

import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which rows two tables have in common. Floating numbers are equal if they are nearly so: sums of them depend on their order
 * in the last digits.
 */
record RowMatch(List<RowData> onlyFirst, List<RowData> onlySecond) {
    private static final double DOUBLE_DIGITS = 1e-9;
    private static final double FLOAT_DIGITS = 1e-4;

    static RowMatch of(TestTable table, List<Integer> columns, List<RowData> first, List<RowData> second) {
        Map<List<Object>, List<RowData>> unmatched = new HashMap<>();
        first.forEach(row -> unmatched
                .computeIfAbsent(exact(table, columns, row), key -> new ArrayList<>())
                .add(row));
        List<RowData> onlySecond = new ArrayList<>();
        for (RowData row : second) {
            List<RowData> candidates = unmatched.getOrDefault(exact(table, columns, row), List.of());
            if (!removeNear(table, columns, candidates, row)) {
                onlySecond.add(row);
            }
        }
        List<RowData> onlyFirst = first.stream()
                .filter(row ->
                        unmatched.get(exact(table, columns, row)).stream().anyMatch(left -> left == row))
                .toList();
        return new RowMatch(onlyFirst, onlySecond);
    }

    boolean isWhole() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty();
    }

    private static boolean removeNear(TestTable table, List<Integer> columns, List<RowData> candidates, RowData row) {
        for (Iterator<RowData> each = candidates.iterator(); each.hasNext(); ) {
            if (isNear(table, columns, each.next(), row)) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    /** All that must be equal as it is. */
    private static List<Object> exact(TestTable table, List<Integer> columns, RowData row) {
        List<Object> cells = new ArrayList<>();
        for (int column : columns) {
            Object cell = Cells.at(table, row, column);
            cells.add(cell instanceof Double || cell instanceof Float ? "floating" : Cells.comparable(cell));
        }
        return cells;
    }

    private static boolean isNear(TestTable table, List<Integer> columns, RowData one, RowData other) {
        return columns.stream().allMatch(column -> {
            Object first = Cells.at(table, one, column);
            Object second = Cells.at(table, other, column);
            if (first instanceof Double a && second instanceof Double b) {
                return isNear(a, b, DOUBLE_DIGITS);
            }
            if (first instanceof Float a && second instanceof Float b) {
                return isNear(a, b, FLOAT_DIGITS);
            }
            return first instanceof byte[] || Objects.equals(first, second);
        });
    }

    private static boolean isNear(double first, double second, double digits) {
        if (!Double.isFinite(first) || !Double.isFinite(second)) {
            return Double.compare(first, second) == 0;
        }
        return Math.abs(first - second) <= digits * Math.max(1, Math.max(Math.abs(first), Math.abs(second)));
    }
}
