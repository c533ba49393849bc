package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.Value;
import io.elt.unittest.CellText;
import io.elt.unittest.Expectation;
import io.elt.unittest.Expectation.ExpectedRow;
import io.elt.unittest.Outcome;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes a case expect what came out. Only rows that differ are rewritten; all else in the file stays as it is, to the byte. */
final class ExpectationUpdate {
    private final TypedCase test;
    private final CellText text;
    private final YamlEdits edits;
    private final List<Diagnostic> refused = new ArrayList<>();

    ExpectationUpdate(TypedCase test, ZoneId zone, YamlEdits edits) {
        this.test = test;
        this.text = new CellText(zone);
        this.edits = edits;
    }

    /** Returns what could not be rewritten. */
    List<Diagnostic> update(Outcome.Finished outcome) {
        for (int i = 0; i < test.expectations().size(); i++) {
            Expectation expectation = test.expectations().get(i);
            TestCase.Rows rows = test.written().expect().get(i);
            TestTable table = test.outputs().get(expectation.table());
            var written = outcome.tables().get(expectation.table());
            if (expectation.kind() == TestCase.Kind.CHANGES) {
                whole(expectation, rows, table, written.changes(), RowData::getRowKind);
                continue;
            }
            ComparedRows compared = ComparedRows.of(table, expectation.rows(), written.rows());
            if (!compared.areEqual()) {
                rows(expectation, rows, table, compared, written.rows());
            }
        }
        return refused;
    }

    private void rows(
            Expectation expectation, TestCase.Rows rows, TestTable table, ComparedRows compared, List<RowData> all) {
        boolean oneByOne = rows.list().filter(edits::isBlock).isPresent()
                && rows.items().stream().allMatch(edits::canReplace)
                && compared.missing().size() < rows.items().size();
        if (!oneByOne) {
            whole(expectation, rows, table, all, row -> RowKind.INSERT);
            return;
        }
        YamlRow yaml = new YamlRow(table, text);
        List<Integer> columns = columns(table, expectation);
        for (ComparedRows.Pair pair : compared.different()) {
            edits.replace(
                    item(expectation, rows, pair.expected()),
                    yaml.of(pair.actual(), pair.expected().columns(), RowKind.INSERT));
        }
        for (ExpectedRow row : compared.missing()) {
            edits.remove(item(expectation, rows, row));
        }
        List<String> more = compared.unexpected().stream()
                .map(row -> yaml.of(row, columns, RowKind.INSERT))
                .toList();
        edits.append(rows.list().orElseThrow(), more);
    }

    private static Value item(Expectation expectation, TestCase.Rows rows, ExpectedRow row) {
        for (int i = 0; i < expectation.rows().size(); i++) {
            if (expectation.rows().get(i) == row) {
                return rows.items().get(i);
            }
        }
        throw new IllegalArgumentException("not a row of the expectation");
    }

    private void whole(
            Expectation expectation,
            TestCase.Rows rows,
            TestTable table,
            List<RowData> actual,
            Function<RowData, RowKind> kind) {
        if (rows.list().isEmpty()) {
            refused.add(Diagnostic.error(
                            ErrorCode.TEST_NOT_UPDATED,
                            "the rows of " + rows.table() + " are in a file of their own and are not rewritten")
                    .at(rows.span()));
            return;
        }
        YamlRow yaml = new YamlRow(table, text);
        List<Integer> columns = columns(table, expectation);
        if (!edits.replaceList(
                rows.list().get(),
                actual.stream()
                        .map(row -> yaml.of(row, columns, kind.apply(row)))
                        .toList())) {
            refused.add(Diagnostic.error(
                            ErrorCode.TEST_NOT_UPDATED,
                            "the rows of " + rows.table() + " use an anchor or a block of text and are not rewritten")
                    .at(rows.span()));
        }
    }

    /** Those that the case gives; all of them if it gives none. */
    private static List<Integer> columns(TestTable table, Expectation expectation) {
        Set<Integer> columns = new TreeSet<>();
        expectation.rows().forEach(row -> columns.addAll(row.columns()));
        if (columns.isEmpty()) {
            for (int i = 0; i < table.columns().size(); i++) {
                columns.add(i);
            }
        }
        return List.copyOf(columns);
    }
}
