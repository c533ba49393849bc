package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.unittest.CaseText;
import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.Outcome;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.Written;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CaseComparisonTest {
    private static final TestTable INPUT =
            CaseText.table("a", "id INT NOT NULL, word STRING, size DOUBLE", "", Delivery.CHANGELOG);
    private static final TestTable KEYED =
            CaseText.table("b", "id INT NOT NULL, word STRING, size DOUBLE", "id", Delivery.CHANGELOG);
    private static final TestTable PLAIN =
            CaseText.table("b", "id INT NOT NULL, word STRING, size DOUBLE", "", Delivery.CHANGELOG);

    @Test
    void rowsAreEqualInAnyOrderAndInTheColumnsThatAreGiven() {
        assertThat(compare(KEYED, "[{id: 2}, {word: a}]", "{id: 1, word: a, size: 1.0}, {id: 2, word: b}"))
                .isEmpty();
    }

    @Test
    void sumsOfDoublesNeedNotBeEqualInTheLastDigit() {
        assertThat(compare(KEYED, "[{id: 1, size: 0.3}]", "{id: 1, size: 0.30000000000000004}"))
                .isEmpty();
        assertThat(compare(KEYED, "[{id: 1, size: 0.3}]", "{id: 1, size: 0.3001}"))
                .hasSize(1);
    }

    @Test
    void aTableWithoutAKeyCountsEqualRows() {
        assertThat(compare(PLAIN, "[{word: a}, {word: a}]", "{id: 1, word: a}, {id: 2, word: a}"))
                .isEmpty();
        assertThat(compare(PLAIN, "[{word: a}]", "{id: 1, word: a}, {id: 2, word: a}"))
                .hasSize(1);
    }

    @Test
    void differencesAreShownCellByCellUnderTheirKey() {
        List<Diagnostic> problems = compare(
                KEYED,
                "[{id: 1, word: one}, {id: 2, word: null}, {id: 3, word: three}, {id: 4, word: four}]",
                "{id: 1, word: eins}, {id: 2, word: two}, {id: 4, word: four}, {id: 5, word: five}");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("a: lake.l.b holds other rows");
            assertThat(problem.span().orElseThrow()).hasToString("tests/case.yaml:4:12");
            assertThat(problem.detail().orElseThrow())
                    .isEqualTo(
                            """
                                id  word
                    expected    1   one
                    actual      1   eins
                                    ^^^^
                    expected    2   NULL
                    actual      2   two
                                    ^^^
                    missing     3   three
                    unexpected  5   five
                    """);
        });
    }

    @Test
    void withoutTheKeyTheMostAlikeRowsBelongTogether() {
        String detail =
                detail(PLAIN, "[{id: 1, word: one, size: 2.0}]", "{id: 9, word: x}, {id: 1, word: one, size: 3.0}");

        assertThat(detail)
                .isEqualTo(
                        """
                            id  word  size
                expected    1   one   2.0
                actual      1   one   3.0
                                      ^^^
                unexpected  9   x     NULL
                """);
    }

    @Test
    void whatShouldBeEmptyShowsAllColumns() {
        assertThat(detail(KEYED, "[]", "{id: 1, word: one}"))
                .isEqualTo(
                        """
                            id  word  size
                unexpected  1   one   NULL
                """);
    }

    @Test
    void manyRowsAreNotAllShown() {
        StringBuilder rows = new StringBuilder("{id: 0}");
        for (int i = 1; i < 50; i++) {
            rows.append(", {id: ").append(i).append("}");
        }

        assertThat(detail(KEYED, "[]", rows.toString()))
                .endsWith("and 30 more\n")
                .hasLineCount(22);
    }

    @Test
    void changesAreComparedInTheirOrder() {
        String changes = "{id: 1, word: a}, {-U: {id: 1, word: a}}, {+U: {id: 1, word: b}}";

        assertThat(compare(KEYED, "{changes: [{id: 1}, {-U: {id: 1}}, {+U: {word: b}}]}", changes))
                .isEmpty();
        assertThat(detail(KEYED, "{changes: [{id: 1}, {+U: {id: 1, word: b}}]}", changes))
                .isEqualTo(
                        """
                              id  word
                          +I  1
                expected  +U  1   b
                actual    -U  1   a
                actual    +U  1   b
                """);
    }

    private static String detail(TestTable output, String expect, String actual) {
        return compare(output, expect, actual).get(0).detail().orElseThrow();
    }

    private static List<Diagnostic> compare(TestTable output, String expect, String actual) {
        TypedCase test = CaseText.typed(
                """
                - name: a
                  file: f
                  given: {lake.l.a: [%s]}
                  expect: {lake.l.b: %s}
                """
                        .formatted(actual, expect),
                INPUT,
                output);
        List<RowData> rows = test.events().stream()
                .map(event -> ((Event.Change) event).row())
                .toList();
        return new CaseComparison(test, ZoneId.of("UTC"))
                .compare(new Outcome.Finished(Map.of(output.name(), new Written(rows, rows))));
    }
}
