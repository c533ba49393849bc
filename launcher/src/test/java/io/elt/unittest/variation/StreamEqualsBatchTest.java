package io.elt.unittest.variation;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.TableName;
import io.elt.project.Value;
import io.elt.unittest.CaseRunner;
import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.Event.Change;
import io.elt.unittest.Expectation;
import io.elt.unittest.Expectation.ExpectedRow;
import io.elt.unittest.Outcome;
import io.elt.unittest.Schedule;
import io.elt.unittest.Schedule.Mode;
import io.elt.unittest.Schedule.Step;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestCase.Orders;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.Written;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is found, and how small it becomes; with queries in plain Java that have the bugs of streaming SQL. */
class StreamEqualsBatchTest {
    private final TestTable events =
            Given.table("event", "id INT NOT NULL, word STRING NOT NULL, amount INT", "", Delivery.APPEND);
    private final TestTable topic = Given.repeating(Given.table("topic", "id INT, word STRING", "id", Delivery.UPSERT));
    private final TestTable other = Given.table("other", "id INT NOT NULL, word STRING NOT NULL", "", Delivery.APPEND);
    private final TestTable result = Given.table("result", "id INT, word STRING", "id", Delivery.CHANGELOG);

    private int runs;

    private TypedCase test(Orders orders, List<Event> given, TestTable... inputs) {
        Expectation expectation = new Expectation(
                result.name(),
                TestCase.Kind.ROWS,
                List.of(new ExpectedRow(Given.row(result, 1, "any"), List.of(0, 1), Given.SPAN)),
                Given.SPAN);
        TestCase written = new TestCase(
                "the newest word",
                List.of(new Value.Scalar("dwd_word", Value.Kind.TEXT, false, Given.SPAN)),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                orders,
                Given.SPAN);
        Map<TableName, TestTable> tables = Arrays.stream(inputs).collect(toMap(TestTable::name, identity()));
        return new TypedCase(written, tables, Map.of(result.name(), result), given, List.of(expectation));
    }

    private Verdict check(TypedCase test, Function<Schedule, List<RowData>> query) {
        CaseRunner runner = (any, schedule) -> {
            runs++;
            return left(query.apply(schedule));
        };
        return StreamEqualsBatch.check(test, runner, runner.run(test, Schedule.streaming(test.events())), 42);
    }

    private Outcome left(List<RowData> rows) {
        return new Outcome.Finished(Map.of(result.name(), new Written(rows, rows)));
    }

    /** One row for each id, by what two words of an id become. */
    private Function<Schedule, List<RowData>> merged(BinaryOperator<String> merge) {
        return schedule -> {
            Map<Integer, String> words = new TreeMap<>();
            for (Event event : schedule.events()) {
                RowData row = ((Change) event).row();
                words.merge(row.getInt(0), row.getString(1).toString(), merge);
            }
            List<RowData> rows = new ArrayList<>();
            words.forEach((id, word) -> rows.add(Given.row(result, id, word)));
            return rows;
        };
    }

    private static String last(String first, String second) {
        return second;
    }

    private static String smallest(String first, String second) {
        return first.compareTo(second) < 0 ? first : second;
    }

    private List<Event> many() {
        List<Event> given = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            given.add(Given.add(events, i % 20, "word" + i, i));
        }
        return given;
    }

    private static Diagnostic found(Verdict verdict) {
        return verdict.finding().orElseThrow().diagnostic();
    }

    @Test
    void aQueryThatGoesByTheDataIsNotAccused() {
        Verdict verdict = check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::smallest));

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.skipped()).isEmpty();
        assertThat(verdict.runs()).isPositive().isLessThanOrEqualTo(10);
    }

    @Test
    void aQueryThatGoesByArrivalIsFoundWithTwoRowsOfOneKey() {
        Diagnostic found = found(check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last)));

        assertThat(found.code()).isEqualTo(ErrorCode.DEPENDS_ON_ORDER);
        assertThat(found.span()).contains(Given.SPAN);
        assertThat(found.detail().orElseThrow().lines().filter(line -> line.contains("lake.l.event")))
                .as("two as written, two in the other order")
                .hasSize(4);
    }

    @Test
    void whatDoesNotMatterIsPlainOrGone() {
        Diagnostic found = found(check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last)));

        assertThat(found.detail().orElseThrow()).doesNotContain("amount");
    }

    @Test
    void theFindingIsACaseThatHasTheSameFinding() {
        Verdict verdict = check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last));

        assertThat(verdict.finding().orElseThrow().yaml())
                .matches(
                        """
                        # elt test --seed 42
                        - name: 'the newest word, smallest input'
                          file: dwd_word
                          given:
                            lake.l.event:
                              - \\{id: (\\d+), word: word\\d+}
                              - \\{id: \\1, word: (word\\d+)}
                          expect:
                            lake.l.result:
                              - \\{id: \\1, word: \\2}
                        """);
    }

    @Test
    void theSameSeedFindsTheSame() {
        String first = check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last))
                .finding()
                .orElseThrow()
                .yaml();
        String second = check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last))
                .finding()
                .orElseThrow()
                .yaml();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void whereTheSourceMayKnowMoreTheHintSaysHowToTell() {
        Diagnostic found = found(check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last)));

        assertThat(found.hint().orElseThrow()).contains("'orders: {lake.l.event: [column]}'");
    }

    @Test
    void aKeyWhoseOrderIsKeptIsNotAccused() {
        TypedCase test = test(Orders.ANY, many(), events.keyedBy(List.of("id")));

        assertThat(check(test, merged(StreamEqualsBatchTest::last)).finding()).isEmpty();
    }

    @Test
    void aFindingIsMadeSmallInFewRuns() {
        Verdict verdict = check(test(Orders.ANY, many(), events), merged(StreamEqualsBatchTest::last));

        assertThat(verdict.runs()).isLessThan(60);
        assertThat(runs - 1).as("all of them are counted").isEqualTo(verdict.runs());
    }

    @Test
    void twoInputsThatWriteOneColumnAreFoundWithOneRowOfEach() {
        List<Event> given = List.of(
                Given.add(events, 1, "sent", 1),
                Given.add(events, 2, "sent", 1),
                Given.add(other, 1, "delivered"),
                Given.add(other, 3, "delivered"));

        Diagnostic found = found(check(test(Orders.ANY, given, events, other), merged(StreamEqualsBatchTest::last)));

        assertThat(found.detail())
                .contains(
                        """
                        as written:
                          lake.l.event {id: 1, word: sent}
                          lake.l.other {id: 1, word: delivered}
                        the last input first:
                          lake.l.other {id: 1, word: delivered}
                          lake.l.event {id: 1, word: sent}
                        only as written there is:
                          lake.l.result {id: 1, word: delivered}
                        only otherwise there is:
                          lake.l.result {id: 1, word: sent}""");
    }

    @Test
    void aMemoryThatARestartLosesIsFound() {
        Verdict verdict = check(test(Orders.ANY, List.of(Given.add(events, 1, "a", 1)), events), schedule -> {
            boolean restarts = schedule.steps().stream().anyMatch(Step.Restart.class::isInstance);
            return List.of(Given.row(result, 1, restarts ? "started again" : "started"));
        });

        assertThat(found(verdict).code()).isEqualTo(ErrorCode.DEPENDS_ON_RESTART);
        assertThat(found(verdict).detail().orElseThrow())
                .contains("restart from the last checkpoint")
                .doesNotContain("  checkpoint");
    }

    @Test
    void aChangeThatIsCountedTwiceIsFound() {
        List<Event> given = List.of(Given.add(topic, 1, "a"), Given.add(topic, 2, "b"));

        Verdict verdict = check(
                test(Orders.ANY, given, topic),
                schedule -> List.of(Given.row(result, schedule.events().size(), "changes")));

        assertThat(found(verdict).code()).isEqualTo(ErrorCode.DEPENDS_ON_REPETITION);
        assertThat(found(verdict).detail().orElseThrow()).contains("(again)");
    }

    @Test
    void aBatchThatDiffersIsFound() {
        Verdict verdict = check(
                test(Orders.ANY, many(), events),
                schedule -> List.of(Given.row(result, 1, schedule.mode() == Mode.BATCH ? "batch" : "stream")));

        assertThat(found(verdict).code()).isEqualTo(ErrorCode.BATCH_DIFFERS);
        assertThat(found(verdict).detail().orElseThrow()).contains("only as a batch there is:");
    }

    @Test
    void rowsThatAreLateAreMarked() {
        TestTable timed = Given.withTime(
                Given.table("visit", "id INT NOT NULL, at TIMESTAMP(3) NOT NULL", "", Delivery.APPEND), "at", "`at`");
        List<Event> given =
                List.of(Given.add(timed, 1, "2024-05-01T10:05:00"), Given.add(timed, 2, "2024-05-01T10:00:00"));

        Diagnostic found = found(check(
                test(Orders.ANY, given, timed),
                schedule -> List.of(Given.row(
                        result,
                        schedule.mode() == Mode.BATCH ? schedule.events().size() : 1,
                        "visits"))));

        assertThat(found.detail().orElseThrow())
                .startsWith(
                        """
                        as written:
                          lake.l.visit {id: 1, at: '2024-05-01 10:05:00'}
                          lake.l.visit {id: 2, at: '2024-05-01 10:00:00'} (late)
                        """);
        assertThat(found.hint().orElseThrow()).contains("watermark");
    }

    @Test
    void aJobThatFailsInAnotherOrderIsFound() {
        List<Event> given = List.of(Given.add(events, 1, "a", 1), Given.add(events, 2, "b", 1));
        CaseRunner runner = (any, schedule) -> Given.names(schedule.events()).equals("event2 event1")
                ? new Outcome.Failed(new IllegalStateException("job", new ArithmeticException("by zero")))
                : left(List.of());

        Verdict verdict = StreamEqualsBatch.check(test(Orders.ANY, given, events), runner, left(List.of()), 1);

        assertThat(found(verdict).code()).isEqualTo(ErrorCode.DEPENDS_ON_ORDER);
        assertThat(found(verdict).detail().orElseThrow()).endsWith("otherwise the job fails: by zero");
    }

    @Test
    void aJobThatFailsOnceIsNotAccused() {
        List<Event> given = List.of(Given.add(events, 1, "a", 1), Given.add(events, 2, "b", 1));
        CaseRunner runner = (any, schedule) ->
                ++runs == 1 ? new Outcome.Failed(new IllegalStateException("a slot is missing")) : left(List.of());

        Verdict verdict = StreamEqualsBatch.check(test(Orders.ANY, given, events), runner, left(List.of()), 1);

        assertThat(verdict.finding()).isEmpty();
    }

    @Test
    void whatCannotBeABatchIsSkippedAndSaid() {
        Verdict verdict = check(test(Orders.ANY, many(), events), schedule -> {
            if (schedule.mode() == Mode.BATCH) {
                throw Diagnostic.error(ErrorCode.PLANNING_FAILED, "no such join in batch mode")
                        .toException();
            }
            return List.of();
        });

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.skipped()).containsExactly(new Skipped("as a batch", "no such join in batch mode"));
    }

    @Test
    void aFailureOfTheToolIsNotAFinding() {
        TypedCase test = test(Orders.ANY, many(), events);
        CaseRunner broken = (any, schedule) -> {
            throw Diagnostic.error(ErrorCode.INTERNAL_ERROR, "broken").toException();
        };

        assertThatThrownBy(() -> StreamEqualsBatch.check(test, broken, left(List.of()), 1))
                .hasMessageContaining("broken");
    }

    @Test
    void aCaseWhoseOrderIsExactIsNotVaried() {
        Verdict verdict = check(test(Orders.EXACT, many(), events), merged(StreamEqualsBatchTest::last));

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.runs()).isZero();
        assertThat(runs).as("as written").isOne();
    }

    @Test
    void ofAnUpdateNeitherHalfIsLost() {
        TestTable changes = Given.table("change", "id INT, word STRING", "id", Delivery.CHANGELOG);
        List<Event> given = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            given.add(Given.add(changes, i, "old"));
            given.add(Given.before(changes, i, "old"));
            given.add(Given.after(changes, i, "new"));
        }
        Map<String, List<String>> seen = new LinkedHashMap<>();

        check(test(Orders.ANY, given, changes), schedule -> {
            List<String> kinds = schedule.events().stream()
                    .map(event -> ((Change) event).row().getRowKind().shortString())
                    .toList();
            seen.put(String.join("", kinds), kinds);
            return List.of(Given.row(
                    result, 1, ((Change) schedule.events().get(0)).row().getInt(0) + ""));
        });

        assertThat(seen).hasSizeGreaterThan(3).allSatisfy((name, kinds) -> assertThat(
                        name.replace("-U+U", "").replace("+I", ""))
                .isEmpty());
    }
}
