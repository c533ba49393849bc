package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.unittest.CellText;
import io.elt.unittest.Expectation;
import io.elt.unittest.Expectation.ExpectedRow;
import io.elt.unittest.Outcome;
import io.elt.unittest.TableTitle;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.Written;
import org.apache.flink.table.data.RowData;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a case expects with what came out of it. */
final class CaseComparison {
    /** What is further down says nothing new. */
    private static final int MOST_ROWS = 20;

    private final TypedCase test;
    private final CellText text;

    CaseComparison(TypedCase test, ZoneId zone) {
        this.test = test;
        this.text = new CellText(zone);
    }

    /** A problem for each table that is not as expected. */
    List<Diagnostic> compare(Outcome.Finished outcome) {
        return test.expectations().stream()
                .map(expectation -> compare(expectation, outcome.tables().get(expectation.table())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Diagnostic> compare(Expectation expectation, Written written) {
        TestTable table = test.outputs().get(expectation.table());
        if (expectation.kind() == TestCase.Kind.CHANGES) {
            return changes(expectation, table, written.changes());
        }
        ComparedRows compared = ComparedRows.of(table, expectation.rows(), written.rows());
        if (compared.areEqual()) {
            return Optional.empty();
        }
        String message = test.written().name() + ": " + TableTitle.of(table.name()) + " holds other rows";
        return Optional.of(Diagnostic.error(ErrorCode.TEST_ROWS_DIFFER, message)
                .at(expectation.span())
                .withDetail(difference(table, expectation, compared)));
    }

    private String difference(TestTable table, Expectation expectation, ComparedRows compared) {
        List<Integer> columns = columns(table, expectation);
        RowTable lines =
                new RowTable(line("", columns, i -> table.columns().get(i).name()));
        int shown = 0;
        for (ComparedRows.Pair pair : compared.different()) {
            if (shown++ < MOST_ROWS) {
                lines.add(expected("expected", table, columns, pair.expected()), Set.of());
                lines.add(line("actual", columns, i -> text.of(table, pair.actual(), i)), marked(columns, pair));
            }
        }
        for (ExpectedRow row : compared.missing()) {
            if (shown++ < MOST_ROWS) {
                lines.add(expected("missing", table, columns, row), Set.of());
            }
        }
        for (RowData row : compared.unexpected()) {
            if (shown++ < MOST_ROWS) {
                lines.add(line("unexpected", columns, i -> text.of(table, row, i)), Set.of());
            }
        }
        return lines.print() + (shown > MOST_ROWS ? "and " + (shown - MOST_ROWS) + " more\n" : "");
    }

    private static Set<Integer> marked(List<Integer> columns, ComparedRows.Pair pair) {
        Set<Integer> marked = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            if (pair.expected().columns().contains(column)
                    && !ComparedRows.isEqual(pair.expected(), pair.actual(), column)) {
                marked.add(i + 1);
            }
        }
        return marked;
    }

    /** Those that the case gives in any row, in the order of the table; its key comes first, so that rows can be told apart. */
    private static List<Integer> columns(TestTable table, Expectation expectation) {
        Set<Integer> given = new TreeSet<>();
        expectation.rows().forEach(row -> given.addAll(row.columns()));
        if (given.isEmpty()) {
            for (int i = 0; i < table.columns().size(); i++) {
                given.add(i);
            }
        }
        List<Integer> columns = new ArrayList<>(table.keyPositions());
        given.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        return columns;
    }

    private List<String> expected(String label, TestTable table, List<Integer> columns, ExpectedRow row) {
        return line(label, columns, i -> row.columns().contains(i) ? text.of(table, row.row(), i) : "");
    }

    private static List<String> line(String label, List<Integer> columns, java.util.function.IntFunction<String> cell) {
        List<String> line = new ArrayList<>();
        line.add(label);
        columns.forEach(column -> line.add(cell.apply(column)));
        return line;
    }

    private Optional<Diagnostic> changes(Expectation expectation, TestTable table, List<RowData> actual) {
        List<ExpectedRow> expected = expectation.rows();
        boolean equal = expected.size() == actual.size();
        for (int i = 0; equal && i < actual.size(); i++) {
            equal = isSameChange(expected.get(i), actual.get(i));
        }
        if (equal) {
            return Optional.empty();
        }
        String message = test.written().name() + ": other changes were written to " + TableTitle.of(table.name());
        return Optional.of(Diagnostic.error(ErrorCode.TEST_CHANGES_DIFFER, message)
                .at(expectation.span())
                .withDetail(sequence(table, expectation, actual)));
    }

    private String sequence(TestTable table, Expectation expectation, List<RowData> actual) {
        List<Integer> columns = columns(table, expectation);
        List<String> header = line("", columns, i -> table.columns().get(i).name());
        header.add(1, "");
        RowTable lines = new RowTable(header);
        List<ExpectedRow> expected = expectation.rows();
        for (int i = 0; i < Math.min(MOST_ROWS, Math.max(expected.size(), actual.size())); i++) {
            boolean same = i < expected.size() && i < actual.size() && isSameChange(expected.get(i), actual.get(i));
            if (i < expected.size()) {
                List<String> line = expected(same ? "" : "expected", table, columns, expected.get(i));
                line.add(1, expected.get(i).row().getRowKind().shortString());
                lines.add(line, Set.of());
            }
            if (i < actual.size() && !same) {
                RowData row = actual.get(i);
                List<String> line = line("actual", columns, column -> text.of(table, row, column));
                line.add(1, row.getRowKind().shortString());
                lines.add(line, Set.of());
            }
        }
        return lines.print();
    }

    private static boolean isSameChange(ExpectedRow expected, RowData actual) {
        return expected.row().getRowKind() == actual.getRowKind() && ComparedRows.isEqual(expected, actual);
    }
}
