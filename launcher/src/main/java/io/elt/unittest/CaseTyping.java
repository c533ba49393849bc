package io.elt.unittest;

import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.TableName;
import io.elt.project.Value;
import org.apache.flink.types.RowKind;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives the cells of a case the types of their columns. */
public final class CaseTyping {
    private final CaseTables tables;
    private final RowReader rows;
    private final ZoneId zone;
    private final Problems problems = new Problems();

    private CaseTyping(CaseTables tables, ZoneId zone) {
        this.tables = tables;
        this.zone = zone;
        this.rows = new RowReader(new CellReader(zone));
    }

    /**
     * @throws io.elt.diagnostic.EltException with all that is wrong with the case
     */
    public static TypedCase of(TestCase test, CaseTables tables, ZoneId zone) {
        return new CaseTyping(tables, zone).type(test);
    }

    private TypedCase type(TestCase test) {
        List<Event> events = new ArrayList<>();
        for (TestCase.Rows given : test.given()) {
            problems.attempt(() -> input(given)).ifPresent(table -> events.addAll(events(table, given)));
        }
        List<Expectation> expectations = new ArrayList<>();
        for (TestCase.Rows expect : test.expect()) {
            problems.attempt(() -> table(expect.table(), expect.span(), tables.outputs(), "write"))
                    .ifPresent(table -> expectations.add(expectation(table, expect)));
        }
        Map<TableName, TestTable> inputs = new TreeMap<>(tables.inputs());
        test.orders().kept().forEach(kept -> problems.attempt(() -> keyed(kept))
                .ifPresent(table -> inputs.put(table.name(), table)));
        problems.throwIfErrors();
        return new TypedCase(test, inputs, tables.outputs(), events, expectations);
    }

    private TestTable keyed(TestCase.Orders.Kept kept) {
        TestTable table = table(kept.table(), kept.span(), tables.inputs(), "read");
        for (Value.Scalar column : kept.columns()) {
            if (table.position(column.text()) < 0) {
                throw TestFileErrors.columnUnknown(table, column.text(), column.span())
                        .toException();
            }
        }
        return table.keyedBy(kept.columns().stream().map(Value.Scalar::text).toList());
    }

    private TestTable input(TestCase.Rows given) {
        if (find(given.table(), tables.outputs()).isPresent()) {
            throw TestFileErrors.writtenTableGiven(given.table(), given.span()).toException();
        }
        return table(given.table(), given.span(), tables.inputs(), "read");
    }

    private static TestTable table(String name, SourceSpan span, Map<TableName, TestTable> known, String verb) {
        return find(name, known).orElseThrow(() -> TestFileErrors.tableUnknown(
                        name,
                        verb,
                        span,
                        known.keySet().stream().map(TableTitle::of).toList())
                .toException());
    }

    private static Optional<TestTable> find(String table, Map<TableName, TestTable> known) {
        return known.values().stream()
                .filter(each -> TableTitle.of(each.name()).equals(table)
                        || each.name().toString().equals(table))
                .findFirst();
    }

    private List<Event> events(TestTable table, TestCase.Rows given) {
        GivenChanges changes = new GivenChanges(table, rows);
        for (Value item : given.items()) {
            problems.attempt(() -> {
                RowItem row = RowItem.of(item, given.defaults());
                if (row.watermark().isPresent()) {
                    changes.add(watermark(table, row.watermark().get()));
                } else {
                    changes.add(row);
                }
                return row;
            });
        }
        return changes.events();
    }

    private Event watermark(TestTable table, Value value) {
        Value.Scalar text = TestRows.scalar(value);
        boolean isLocal = table.rowtime()
                .map(rowtime -> table.position(rowtime.column()))
                .filter(position -> position >= 0)
                .map(position -> table.columns().get(position).type().getTypeRoot())
                .filter(org.apache.flink.table.types.logical.LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE::equals)
                .isPresent();
        // Flink's time of a TIMESTAMP is that of its digits in UTC.
        ZoneId of = isLocal ? ZoneId.of("UTC") : zone;
        return new Event.Watermark(
                table.name(),
                TimeText.instant(text.text(), of)
                        .orElseThrow(() -> TestFileErrors.badTime(text).toException()),
                value.span());
    }

    private Expectation expectation(TestTable table, TestCase.Rows expect) {
        List<Expectation.ExpectedRow> expected = new ArrayList<>();
        for (Value item : expect.items()) {
            problems.attempt(() -> {
                        RowItem row = RowItem.of(item, expect.defaults());
                        if (row.watermark().isPresent()) {
                            throw TestFileErrors.change("a table holds no watermarks", row.span())
                                    .toException();
                        }
                        if (expect.kind() == TestCase.Kind.ROWS && row.kind() != RowKind.INSERT) {
                            throw TestFileErrors.change(
                                            "a table holds rows, not changes such as "
                                                    + row.kind().shortString(),
                                            row.span())
                                    .withHint(
                                            "to compare the changes themselves, write 'changes:' below the table's name")
                                    .toException();
                        }
                        return rows.expected(table, row);
                    })
                    .ifPresent(expected::add);
        }
        return new Expectation(table.name(), expect.kind(), expected, expect.span());
    }
}
