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

class ExpectationUpdateTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final TestTable INPUT =
            CaseText.table("a", "id INT NOT NULL, word STRING, day DATE", "", Delivery.CHANGELOG);
    private static final TestTable OUTPUT =
            CaseText.table("b", "id INT NOT NULL, word STRING, day DATE", "id", Delivery.CHANGELOG);

    @Test
    void onlyRowsThatDifferAreTouched() {
        assertThat(updated(
                        """
                # the head
                - name: a   # why
                  file: f
                  expect:
                    lake.l.b:
                      # rows in a strange form stay
                      - {id:   1, word: "one"}   # one
                      - id: 2
                        word: two
                      - {id: 3, word: three}     # three
                      - {id: 4, word: four}

                  orders: exact
                """,
                        "{id: 1, word: one}, {id: 2, word: zwei}, {id: 4, word: null}, {id: 5, word: fünf}"))
                .isEqualTo(
                        """
                        # the head
                        - name: a   # why
                          file: f
                          expect:
                            lake.l.b:
                              # rows in a strange form stay
                              - {id:   1, word: "one"}   # one
                              - {id: 2, word: zwei}
                              - {id: 4, word: null}
                              - {id: 5, word: fünf}

                          orders: exact
                        """);
    }

    @Test
    void aListInOneLineIsRewrittenAsOne() {
        assertThat(updated("- {name: a, file: f, expect: {lake.l.b: [{id: 1}]}} # end\n", "{id: 2}, {id: 3}"))
                .isEqualTo("- {name: a, file: f, expect: {lake.l.b: [{id: 2}, {id: 3}]}} # end\n");
    }

    @Test
    void aLongListHasARowALine() {
        String updated = updated(
                "- name: a\n  file: f\n  expect:\n    lake.l.b: []\n",
                "{id: 1, word: a word that takes ever so much more room, day: 2024-01-31}, {id: 2, word: 'it''s', day: 2024-01-31}");

        assertThat(updated)
                .isEqualTo(
                        """
                - name: a
                  file: f
                  expect:
                    lake.l.b: [{id: 1, word: a word that takes ever so much more room, day: 2024-01-31},
                               {id: 2, word: 'it''s', day: 2024-01-31}]
                """);
    }

    @Test
    void aListThatBecomesEmptyIsAnEmptyList() {
        assertThat(updated("- name: a\n  file: f\n  expect:\n    lake.l.b:\n      - {id: 1}\n", ""))
                .isEqualTo("- name: a\n  file: f\n  expect:\n    lake.l.b:\n      []\n");
    }

    @Test
    void changesAreRewrittenWithTheirKinds() {
        assertThat(updated(
                        """
                - name: a
                  file: f
                  expect:
                    lake.l.b:
                      changes:
                        - {id: 1}
                """,
                        "{id: 1}, {-D: {id: 1}}"))
                .isEqualTo(
                        """
                - name: a
                  file: f
                  expect:
                    lake.l.b:
                      changes:
                        - {id: 1}
                        - {-D: {id: 1}}
                """);
    }

    @Test
    void lineEndsStayWhatTheyAre() {
        assertThat(updated(
                        "- name: a\r\n  file: f\r\n  expect:\r\n    lake.l.b:\r\n      - {id: 1}\r\n",
                        "{id: 1}, {id: 2}"))
                .isEqualTo(
                        "- name: a\r\n  file: f\r\n  expect:\r\n    lake.l.b:\r\n      - {id: 1}\r\n      - {id: 2}\r\n");
    }

    @Test
    void whatIsAsExpectedIsLeftAlone() {
        String yaml = "- name: a\n  file: f\n  expect: {lake.l.b: [ {id: 1} ]}\n";

        assertThat(updated(yaml, "{id: 1}")).isEqualTo(yaml);
    }

    @Test
    void anAnchorIsNotTornApart() {
        String yaml = "- name: a\n  file: f\n  expect:\n    lake.l.b: &rows\n      - {id: 1}\n";
        YamlEdits edits = new YamlEdits(yaml);
        TypedCase test = typed(yaml, "{id: 2}, {id: 3}");

        List<Diagnostic> refused = new ExpectationUpdate(test, UTC, edits).update(outcome(test));

        assertThat(refused.isEmpty() ? edits.result() : yaml).contains("&rows").contains("id:");
    }

    private static String updated(String yaml, String actual) {
        YamlEdits edits = new YamlEdits(yaml);
        TypedCase test = typed(yaml, actual);
        assertThat(new ExpectationUpdate(test, UTC, edits).update(outcome(test)))
                .isEmpty();
        String result = edits.result();
        // What was written is what a case can say, and it is met now.
        TypedCase again = typed(result, actual);
        assertThat(new CaseComparison(again, UTC).compare(outcome(again))).isEmpty();
        return result;
    }

    private static TypedCase typed(String yaml, String actual) {
        TypedCase given = CaseText.typed(
                "- {name: a, file: f, given: {lake.l.a: [" + actual + "]}, expect: {lake.l.b: []}}", INPUT, OUTPUT);
        TypedCase expected = CaseText.typed(yaml, INPUT, OUTPUT);
        return new TypedCase(
                expected.written(), expected.inputs(), expected.outputs(), given.events(), expected.expectations());
    }

    private static Outcome.Finished outcome(TypedCase test) {
        List<RowData> rows = test.events().stream()
                .map(event -> ((Event.Change) event).row())
                .toList();
        return new Outcome.Finished(Map.of(OUTPUT.name(), new Written(rows, rows)));
    }
}
