package io.elt.unittest.variation;

import io.elt.diagnostic.SourceSpan;
import io.elt.plan.TableName;
import io.elt.project.Value;
import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.Expectation;
import io.elt.unittest.Expectation.ExpectedRow;
import io.elt.unittest.Outcome;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestCase.Orders;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.Written;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** How a part of a case is written as a case. */
class CaseYamlTest {
    private final TestTable account =
            Given.table("account", "id INT, branch INT, name STRING", "id", Delivery.CHANGELOG);
    private final TestTable event = temporary("event", "id INT, at TIMESTAMP(3)");
    private final TestTable result =
            Given.table("result", "branch INT, accounts BIGINT, note STRING", "branch", Delivery.CHANGELOG);

    private static TestTable temporary(String name, String columns) {
        TestTable table = Given.table(name, columns, "", Delivery.APPEND);
        return new TestTable(
                new TableName("default_catalog", "default_database", name),
                table.columns(),
                List.of(),
                Delivery.APPEND,
                true,
                Optional.empty());
    }

    private String yaml(Orders orders, List<String> files, List<Event> events, RowData... left) {
        TestCase written = new TestCase(
                "it's a case",
                files.stream()
                        .map(file -> new Value.Scalar(file, Value.Kind.TEXT, false, Given.SPAN))
                        .toList(),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                orders,
                Given.SPAN);
        Expectation expectation = new Expectation(
                result.name(),
                TestCase.Kind.ROWS,
                List.of(new ExpectedRow(Given.row(result, 5, 1L, null), List.of(0, 1), Given.SPAN)),
                Given.SPAN);
        TypedCase test = new TypedCase(
                written,
                Arrays.asList(account, event).stream().collect(toMap(TestTable::name, identity())),
                Map.of(result.name(), result),
                events,
                List.of(expectation));
        Written table = new Written(List.of(left), List.of(left));
        return CaseYaml.of(test, Bundle.of(events), new Outcome.Finished(Map.of(result.name(), table)));
    }

    @Test
    void changesWatermarksAndRowsAreWrittenAsACaseHasThem() {
        String yaml = yaml(
                Orders.ANY,
                List.of("dws_branch"),
                List.of(
                        Given.add(account, 1, 5, null),
                        Given.before(account, 1, 5, null),
                        Given.after(account, 1, 6, "two words"),
                        Given.add(event, 7, "2024-05-01T10:00:00"),
                        Given.watermark(event, "2024-05-01T10:00:00.500"),
                        Given.delete(account, 1, 6, "two words")),
                Given.row(result, 6, 1L, "not looked at"));

        assertThat(yaml)
                .isEqualTo(
                        """
                        - name: 'it''s a case, smallest input'
                          file: dws_branch
                          given:
                            lake.l.account:
                              - {id: 1, branch: 5}
                              - -U: {id: 1, branch: 5}
                              - +U: {id: 1, branch: 6, name: two words}
                              - -D: {id: 1, branch: 6, name: two words}
                            event:
                              - {id: 7, at: '2024-05-01 10:00:00'}
                              - {watermark: '2024-05-01 10:00:00.5'}
                          expect:
                            lake.l.result:
                              - {branch: 6, accounts: 1}
                        """);
    }

    @Test
    void anEmptyTableIsExpectedToBeEmpty() {
        assertThat(yaml(Orders.ANY, List.of("a"), List.of(Given.add(account, 1, 5, null))))
                .endsWith("    lake.l.result: []\n");
    }

    @Test
    void aChainNamesAllItsFiles() {
        assertThat(yaml(Orders.ANY, List.of("a", "b"), List.of(Given.add(account, 1, 5, null))))
                .contains("  file: [a, b]\n");
    }

    @Test
    void whatIsKnownOfTheOrderIsKept() {
        Orders.Kept kept = new Orders.Kept(
                "event",
                SourceSpan.ofFile("tests/case.yaml"),
                List.of(new Value.Scalar("id", Value.Kind.TEXT, false, Given.SPAN)));

        assertThat(yaml(new Orders(false, List.of(kept)), List.of("a"), List.of(Given.add(account, 1, 5, null))))
                .contains("  orders:\n    event: [id]\n  given:\n");
    }
}
