package io.elt.unittest.run;

import io.elt.unittest.Expectation.ExpectedRow;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows that are expected and rows that are there, matched as well as can be: equal ones first, then those of the same key,
 * then the most alike.
 *
 * @param different pairs that belong together and differ
 */
record ComparedRows(List<Pair> different, List<ExpectedRow> missing, List<RowData> unexpected) {
    private static final double FLOATING_DIGITS = 1e-9;

    record Pair(ExpectedRow expected, RowData actual) {}

    static ComparedRows of(TestTable table, List<ExpectedRow> expected, List<RowData> actual) {
        List<RowData> left = new ArrayList<>(actual);
        List<ExpectedRow> unmatched = new ArrayList<>();
        for (ExpectedRow row : expected) {
            Optional<RowData> equal =
                    left.stream().filter(each -> isEqual(row, each)).findFirst();
            equal.ifPresentOrElse(found -> removeSame(left, found), () -> unmatched.add(row));
        }
        List<Pair> different = new ArrayList<>();
        List<ExpectedRow> missing = new ArrayList<>();
        for (ExpectedRow row : unmatched) {
            partner(table, row, left)
                    .ifPresentOrElse(
                            found -> {
                                removeSame(left, found);
                                different.add(new Pair(row, found));
                            },
                            () -> missing.add(row));
        }
        return new ComparedRows(different, missing, left);
    }

    boolean areEqual() {
        return different.isEmpty() && missing.isEmpty() && unexpected.isEmpty();
    }

    static boolean isEqual(ExpectedRow expected, RowData actual) {
        return expected.columns().stream().allMatch(column -> isEqual(expected, actual, column));
    }

    static boolean isEqual(ExpectedRow expected, RowData actual, int column) {
        Object one = ((GenericRowData) expected.row()).getField(column);
        Object other = ((GenericRowData) actual).getField(column);
        if (one instanceof Double first && other instanceof Double second) {
            return isNear(first, second, FLOATING_DIGITS);
        }
        if (one instanceof Float first && other instanceof Float second) {
            return isNear(first, second, 1e-5);
        }
        return Objects.deepEquals(one, other);
    }

    private static boolean isNear(double first, double second, double digits) {
        return Double.compare(first, second) == 0
                || Math.abs(first - second) <= digits * Math.max(Math.abs(first), Math.abs(second));
    }

    private static Optional<RowData> partner(TestTable table, ExpectedRow row, List<RowData> candidates) {
        List<Integer> key = table.keyPositions();
        if (!key.isEmpty() && row.columns().containsAll(key)) {
            return candidates.stream()
                    .filter(each -> key.stream().allMatch(column -> isEqual(row, each, column)))
                    .findFirst();
        }
        RowData best = null;
        long most = row.columns().size() / 2;
        for (RowData each : candidates) {
            long equal = row.columns().stream()
                    .filter(column -> isEqual(row, each, column))
                    .count();
            if (equal > most) {
                most = equal;
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private static void removeSame(List<RowData> rows, RowData row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == row) {
                rows.remove(i);
                return;
            }
        }
    }
}
