package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.Schedule;
import io.elt.unittest.Schedule.Mode;
import io.elt.unittest.TestTable;
import io.elt.unittest.variation.Variation.Kind;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** Which other runs of a case there are. */
class VariationsTest {
    private final TestTable a = Given.table("a", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable b = Given.table("b", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable rows = Given.table("r", "id INT, word STRING", "", Delivery.APPEND);
    private final TestTable dated = Given.table("d", "id INT, booked_on DATE", "id", Delivery.CHANGELOG);

    private final List<Event> both =
            List.of(Given.add(a, 1, "x"), Given.add(a, 2, "x"), Given.add(b, 1, "y"), Given.add(b, 2, "y"));

    private static List<Variation> variations(long seed, List<Event> events, TestTable... tables) {
        return Variations.of(
                Bundle.of(events), Arrays.stream(tables).collect(toMap(TestTable::name, identity())), seed);
    }

    private static List<Variation> ofKind(Kind kind, List<Variation> variations) {
        return variations.stream().filter(variation -> variation.kind() == kind).toList();
    }

    private static String events(Variation variation) {
        return Given.names(variation.schedule().events());
    }

    @Test
    void theThoughtOutOrdersAreFarFromEachOther() {
        assertThat(ofKind(Kind.ORDER, variations(1, both, a, b)))
                .extracting(VariationsTest::events)
                .startsWith("b1 b2 a1 a2", "b2 b1 a2 a1", "a1 b1 a2 b2");
    }

    @Test
    void noTwoRunsAreTheSameAndNoneIsTheOneAsWritten() {
        for (long seed = 0; seed < 50; seed++) {
            List<Schedule> schedules = variations(seed, both, a, b).stream()
                    .map(Variation::schedule)
                    .toList();

            assertThat(new HashSet<>(schedules)).hasSameSizeAs(schedules).doesNotContain(Schedule.streaming(both));
        }
    }

    @Test
    void aSeedGivesTheSameRunsAgainAndAnotherSeedOthers() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(Given.add(rows, i, "x"));
        }

        assertThat(variations(7, many, rows)).isEqualTo(variations(7, many, rows));
        assertThat(variations(7, many, rows)).isNotEqualTo(variations(8, many, rows));
    }

    @Test
    void theyAreFewHoweverLargeTheCase() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(Given.add(i % 2 == 0 ? rows : Given.repeating(a), i, "x"));
        }

        assertThat(variations(1, many, rows, Given.repeating(a))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void ofLargeInputsTheRunsChangeFromOneToTheOtherOnlySoOften() {
        TestTable others = Given.table("s", "id INT, word STRING", "", Delivery.APPEND);
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(Given.add(i < 500 ? rows : others, i, "x"));
        }

        assertThat(variations(1, many, rows, others))
                .allSatisfy(variation ->
                        assertThat(changes(variation)).as(variation.title()).isLessThan(120));
    }

    private static int changes(Variation variation) {
        List<Event> events = variation.schedule().events();
        int changes = 0;
        for (int i = 1; i < events.size(); i++) {
            changes += events.get(i).table().equals(events.get(i - 1).table()) ? 0 : 1;
        }
        return changes;
    }

    @Test
    void oneKeyHasOneOrderAndAtLeastARestartAndABatch() {
        List<Event> one = List.of(Given.add(a, 1, "x"), Given.delete(a, 1, "x"), Given.add(a, 1, "y"));

        assertThat(variations(1, one, a)).extracting(Variation::kind).containsExactly(Kind.RESTART, Kind.BATCH);
    }

    @Test
    void nothingGivenIsNothingToVary() {
        assertThat(variations(1, List.of(), a)).isEmpty();
    }

    private static String restarts(int count, TestTable table) {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            events.add(Given.add(table, i, "x"));
        }
        return ofKind(Kind.RESTART, variations(1, events, table)).get(0).moves().stream()
                .flatMap(move -> move.told(event -> Given.names(List.of(event))).stream())
                .map(step -> step.startsWith("restart") ? "restart" : step)
                .collect(joining(" "));
    }

    @Test
    void aRestartHasNothingToDeliverAgainAndAnotherOneHas() {
        assertThat(restarts(6, a)).isEqualTo("a1 a2 checkpoint restart a3 checkpoint a4 restart a5 a6");
    }

    @Test
    void aRestartFitsBetweenTwoEventsToo() {
        assertThat(restarts(1, a)).isEqualTo("a1 checkpoint restart");
        assertThat(restarts(2, a)).isEqualTo("a1 checkpoint restart a2 restart");
        assertThat(restarts(3, a)).isEqualTo("a1 checkpoint restart a2 restart a3");
    }

    @Test
    void theBatchComesLastForItSaysLeast() {
        List<Variation> all = variations(1, both, a, b);

        assertThat(all.get(all.size() - 1).schedule()).isEqualTo(Schedule.batch(both));
        assertThat(all)
                .filteredOn(variation -> variation.schedule().mode() == Mode.BATCH)
                .hasSize(1);
    }

    @Test
    void changesAreRepeatedWhereTheSourceMay() {
        TestTable topic = Given.repeating(a);
        List<Event> events = List.of(Given.add(topic, 1, "x"), Given.after(topic, 1, "y"), Given.add(b, 1, "z"));

        assertThat(ofKind(Kind.REPETITION, variations(1, events, topic, b)))
                .extracting(VariationsTest::events)
                .containsExactly("a1 a1 a1 a1 b1", "a1 a1 b1 a1 a1");
    }

    @Test
    void theHalvesOfAnUpdateAreRepeatedTogether() {
        TestTable topic = Given.repeating(a);
        List<Event> events = List.of(Given.before(topic, 1, "x"), Given.after(topic, 1, "y"));

        Variation twice = ofKind(Kind.REPETITION, variations(1, events, topic)).get(0);

        assertThat(twice.schedule().events())
                .containsExactly(events.get(0), events.get(1), events.get(0), events.get(1));
    }

    @Test
    void rowsWithoutAKeyAreNotRepeatedForNobodyCouldTell() {
        TestTable topic = Given.repeating(rows);

        assertThat(ofKind(Kind.REPETITION, variations(1, List.of(Given.add(topic, 1, "x")), topic)))
                .isEmpty();
    }

    @Test
    void whatMayBeLateByThenIsRepeatedAtOnceOnly() {
        TestTable topic = Given.withTime(
                Given.repeating(Given.table("t", "id INT, at TIMESTAMP(3)", "id", Delivery.UPSERT)), "at", "`at`");
        List<Event> events = List.of(Given.add(topic, 1, "2024-05-01T10:00"), Given.add(topic, 2, "2024-05-02T10:00"));

        assertThat(ofKind(Kind.REPETITION, variations(1, events, topic)))
                .extracting(VariationsTest::events)
                .containsExactly("t1 t1 t2 t2");
    }

    @Test
    void timePassesBetweenTheRowsAsTheySay() {
        List<Event> events = List.of(Given.add(dated, 1, "2024-01-31"), Given.add(dated, 2, "2024-01-01"));

        Variation time = ofKind(Kind.TIME, variations(1, events, dated)).get(0);

        assertThat(time.moves())
                .flatExtracting(move -> move.told(event -> Given.names(List.of(event))))
                .containsExactly("d2", "30 days pass", "d1");
    }

    @Test
    void whatHasNoTimeComesBeforeWhatHas() {
        List<Event> events =
                List.of(Given.add(dated, 1, "2024-01-01"), Given.add(dated, 2, "2024-01-02"), Given.add(a, 1, "x"));

        Variation time = ofKind(Kind.TIME, variations(1, events, dated, a)).get(0);

        assertThat(events(time)).isEqualTo("a1 d1 d2");
    }

    @Test
    void ofTwoTimesNobodyKnowsWhichItIs() {
        TestTable lent = Given.table("l", "id INT, lent_on DATE, due_on DATE", "id", Delivery.CHANGELOG);

        assertThat(ofKind(Kind.TIME, variations(1, List.of(Given.add(lent, 1, "2024-01-01", "2025-01-01")), lent)))
                .isEmpty();
    }
}
