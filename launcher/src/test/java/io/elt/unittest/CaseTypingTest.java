package io.elt.unittest;

import org.apache.flink.table.data.GenericRowData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static io.elt.unittest.CaseText.problems;
import static org.assertj.core.api.Assertions.assertThat;

class CaseTypingTest {
    private static final TestTable OUTPUT =
            CaseText.table("b", "id INT NOT NULL, word STRING", "id", Delivery.CHANGELOG);

    @Test
    void theOldRowOfAnUpdateIsPutBeforeIt() {
        assertThat(changes(Delivery.CHANGELOG, "{id: 1, word: a}, {+U: {id: 1, word: b}}, {-D: {id: 1}}"))
                .containsExactly("+I(1,a)", "-U(1,a)", "+U(1,b)", "-D(1,b)");
    }

    @Test
    void theOldRowMayAlsoBeGiven() {
        assertThat(changes(Delivery.CHANGELOG, "{id: 1, word: a}, {-U: {id: 1, word: a}}, {+U: {id: 1, word: b}}"))
                .containsExactly("+I(1,a)", "-U(1,a)", "+U(1,b)");
    }

    @Test
    void aTableThatTellsNoOldRowsGetsNone() {
        assertThat(changes(Delivery.UPSERT, "{id: 1, word: a}, {+U: {id: 1, word: b}}"))
                .containsExactly("+I(1,a)", "+U(1,b)");
    }

    @Test
    void eventsMayHaveTheSameKey() {
        assertThat(changes(Delivery.APPEND, "{id: 1, word: a}, {id: 1}")).containsExactly("+I(1,a)", "+I(1,null)");
    }

    @Test
    void aRowThatWasTakenAwayMayComeBack() {
        assertThat(changes(Delivery.CHANGELOG, "{id: 1}, {-D: {id: 1}}, {id: 1, word: b}"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APPEND    | {+U: {id: 1}}                | lake.l.a delivers no +U",
                "APPEND    | {-D: {id: 1}}                | each row is a new one",
                "UPSERT    | {-U: {id: 1}}                | it does not tell old rows",
                "CHANGELOG | {+U: {id: 1}}                | has no row with id=1 to change",
                "CHANGELOG | {-D: {id: 1}}                | has no row with id=1 to take away",
                "CHANGELOG | {id: 1}, {id: 1}             | has a row with id=1 already",
                "CHANGELOG | {id: 1, word: a}, {-D: {id: 1, word: b}} | has another word by then",
                "CHANGELOG | {id: 1, word: a}, {-D: {word: a}} | the key (id) is not given",
            })
    void whatTheRealTableCouldNotDeliverIsAnError(Delivery delivery, String rows, String message) {
        assertThat(problems(() -> changes(delivery, rows)))
                .singleElement()
                .asString()
                .contains("ELT2305")
                .contains(message);
    }

    @Test
    void whatIsLeftOutIsNullOrADefault() {
        assertThat(changes(Delivery.APPEND, "{id: 1}")).containsExactly("+I(1,null)");
        assertThat(CaseText.typed(
                                """
                                - name: a
                                  file: f
                                  given: {lake.l.a: {defaults: {id: 7, word: x}, rows: [{word: y}, {id: 8}, {-D: {id: 8}}]}}
                                  expect: {lake.l.b: []}
                                """,
                                input(Delivery.CHANGELOG),
                                OUTPUT)
                        .events())
                .extracting(event -> ((Event.Change) event).row().toString())
                .containsExactly("+I(7,y)", "+I(8,x)", "-D(8,x)");
        assertThat(problems(() -> changes(Delivery.APPEND, "{word: a}")))
                .singleElement()
                .asString()
                .contains("id is INT NOT NULL, but it is not given")
                .contains("defaults");
    }

    @Test
    void namesThatAreWrongHaveANearestOne() {
        assertThat(problems(() -> CaseText.typed(
                        """
                                - name: a
                                  file: f
                                  given: {lake.l.aa: [], lake.l.a: [{idd: 1, word: a}], lake.l.b: []}
                                  expect: {lake.l.c: [], lake.l.b: [{id: 1, wort: a}]}
                                """,
                        input(Delivery.APPEND),
                        OUTPUT)))
                .containsExactly(
                        "3:11 ELT2302 the tested files do not read a table 'lake.l.aa' | did you mean 'lake.l.a'?",
                        "3:38 ELT2303 lake.l.a has no column 'idd' | did you mean 'id'?",
                        "3:57 ELT2302 lake.l.b is written by one of the tested files, so it is not given | leave it out,"
                                + " or do not test the file that writes it",
                        "4:12 ELT2302 the tested files do not write a table 'lake.l.c' | did you mean 'lake.l.b'?",
                        "4:45 ELT2303 lake.l.b has no column 'wort' | did you mean 'word'?");
    }

    @Test
    void aTableHoldsRowsNotChanges() {
        assertThat(problems(() -> CaseText.typed(
                        """
                                - name: a
                                  file: f
                                  expect: {lake.l.b: [{+U: {id: 1}}, {watermark: '2024-01-01 00:00:00'}]}
                                """,
                        input(Delivery.APPEND),
                        OUTPUT)))
                .hasSize(2)
                .first()
                .asString()
                .contains("a table holds rows, not changes such as +U")
                .contains("changes:");
    }

    @Test
    void anExpectedRowHasTheColumnsThatItGives() {
        Expectation expectation = CaseText.typed(
                        """
                        - name: a
                          file: f
                          expect: {lake.l.b: [{word: null}, {id: 1, word: x}]}
                        """,
                        input(Delivery.APPEND),
                        OUTPUT)
                .expectations()
                .get(0);

        assertThat(expectation.rows()).extracting(row -> row.columns()).containsExactly(List.of(1), List.of(0, 1));
    }

    @Test
    void aWatermarkIsOnTheClockOfItsColumn() {
        TestTable table = CaseText.table("a", "id INT NOT NULL, at TIMESTAMP(3)", "", Delivery.APPEND);
        TestTable timed = new TestTable(
                table.name(),
                table.columns(),
                List.of(),
                table.delivery(),
                false,
                Optional.of(new TestTable.Rowtime("at", "`at`")));
        String yaml =
                """
                - name: a
                  file: f
                  given: {lake.l.a: [{watermark: '2024-01-31 12:00:00'}]}
                  expect: {lake.l.b: []}
                """;

        assertThat(CaseText.typed(yaml, timed, OUTPUT).events())
                .extracting(event -> ((Event.Watermark) event).at())
                .containsExactly(Instant.parse("2024-01-31T12:00:00Z"));
        assertThat(CaseText.typed(yaml, table, OUTPUT).events())
                .extracting(event -> ((Event.Watermark) event).at())
                .containsExactly(Instant.parse("2024-01-31T11:00:00Z"));
    }

    @Test
    void aRecordKnowsWhereItStandsInItsTopic() {
        TestTable plain = input(Delivery.APPEND);
        List<TestColumn> columns = List.of(
                plain.columns().get(0),
                new TestColumn("_offset", plain.columns().get(0).type(), Optional.of(TestColumn.ROW_NUMBER)));
        TestTable topic = new TestTable(plain.name(), columns, List.of(), Delivery.APPEND, true, Optional.empty());

        assertThat(CaseText.typed(
                                """
                                - name: a
                                  file: f
                                  given: {lake.l.a: [{id: 5}, {id: 6}, {id: 7, _offset: 99}]}
                                  expect: {lake.l.b: []}
                                """,
                                topic,
                                OUTPUT)
                        .events())
                .extracting(event -> ((GenericRowData) ((Event.Change) event).row()).getField(1))
                .extracting(String::valueOf)
                .containsExactly("0", "1", "99");
    }

    private static List<String> changes(Delivery delivery, String rows) {
        return CaseText.typed(
                        """
                        - name: a
                          file: f
                          given: {lake.l.a: [%s]}
                          expect: {lake.l.b: []}
                        """
                                .formatted(rows),
                        input(delivery),
                        OUTPUT)
                .events()
                .stream()
                .map(event -> ((Event.Change) event).row().toString())
                .toList();
    }

    private static TestTable input(Delivery delivery) {
        return CaseText.table("a", "id INT NOT NULL, word STRING", "id", delivery);
    }
}
