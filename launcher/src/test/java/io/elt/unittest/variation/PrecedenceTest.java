package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** In which orders the events of a case may come. What may not change places is shown by turning everything round. */
class PrecedenceTest {
    private static final String DELAYED = "`at` - INTERVAL '30' SECOND";

    private final TestTable keyed = Given.table("k", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable upserts = Given.table("u", "id INT, word STRING", "id", Delivery.UPSERT);
    private final TestTable rows = Given.table("r", "id INT, at TIMESTAMP(3)", "", Delivery.APPEND);
    private final TestTable changes = Given.table("c", "id INT, word STRING", "", Delivery.CHANGELOG);

    private static String reversed(List<Event> events, TestTable... tables) {
        return Given.bundleNames(precedence(Bundle.of(events), tables).arrange(Preferences.reversed()));
    }

    private static Precedence precedence(List<Bundle> bundles, TestTable... tables) {
        Map<TableName, TestTable> inputs = Arrays.stream(tables).collect(toMap(TestTable::name, identity()));
        return Precedence.of(bundles, inputs);
    }

    private Event row(TestTable table, int id, String time) {
        return Given.add(table, id, "2024-05-01T" + time);
    }

    @Test
    void rowsWithoutAKeyComeInAnyOrder() {
        List<Event> events = List.of(row(rows, 1, "10:00"), row(rows, 2, "10:00"), row(rows, 3, "10:00"));

        assertThat(reversed(events, rows)).isEqualTo("r3 r2 r1");
    }

    @Test
    void changesOfAKeyKeepTheirOrderThoseOfOthersDoNot() {
        List<Event> events = List.of(
                Given.add(keyed, 1, "a"),
                Given.add(keyed, 2, "a"),
                Given.delete(keyed, 1, "a"),
                Given.add(keyed, 3, "a"));

        assertThat(reversed(events, keyed)).isEqualTo("k3 k2 k1 k1");
    }

    @Test
    void upsertsOfAKeyKeepTheirOrder() {
        Bundle first = Bundle.of(List.of(Given.add(upserts, 1, "a"))).get(0);
        List<Bundle> bundles = Bundle.of(List.of(Given.add(upserts, 1, "a"), Given.after(upserts, 1, "b")));

        assertThat(precedence(bundles, upserts).arrange(Preferences.reversed())).startsWith(first);
    }

    @Test
    void anUpdateThatChangesTheKeyHoldsBoth() {
        List<Event> events = List.of(
                Given.add(keyed, 1, "a"),
                Given.before(keyed, 1, "a"),
                Given.after(keyed, 2, "a"),
                Given.delete(keyed, 2, "a"));

        assertThat(reversed(events, keyed)).isEqualTo("k1 k1 k2 k2");
    }

    @Test
    void aChangelogWithoutAKeyStaysAsItIs() {
        List<Event> events =
                List.of(Given.add(changes, 1, "a"), Given.add(changes, 2, "a"), Given.delete(changes, 1, "a"));

        assertThat(reversed(events, changes)).isEqualTo("c1 c2 c1");
    }

    @Test
    void inputsDoNotWaitForEachOther() {
        List<Event> events = List.of(
                Given.add(changes, 1, "a"),
                Given.add(changes, 2, "a"),
                Given.add(keyed, 1, "a"),
                Given.add(upserts, 1, "a"));

        assertThat(reversed(events, changes, keyed, upserts)).isEqualTo("u1 k1 c1 c2");
    }

    @Test
    void aRowThatIsInTimeStaysInTime() {
        TestTable timed = Given.withTime(rows, "at", "`at` - INTERVAL '1' DAY");
        List<Event> events =
                List.of(row(timed, 1, "10:05"), row(timed, 2, "10:00"), Given.watermark(timed, "2024-05-01T10:02:00"));

        assertThat(reversed(events, timed)).isEqualTo("r2 rW r1");
    }

    @Test
    void aRowThatIsLateStaysLate() {
        TestTable timed = Given.withTime(rows, "at", "`at` - INTERVAL '1' DAY");
        List<Event> events =
                List.of(Given.watermark(timed, "2024-05-01T10:02:00"), row(timed, 1, "10:00"), row(timed, 2, "10:05"));

        assertThat(reversed(events, timed)).isEqualTo("r2 rW r1");
    }

    @Test
    void aRowAtTheWatermarkIsLate() {
        TestTable timed = Given.withTime(rows, "at", "`at` - INTERVAL '1' DAY");
        List<Event> events = List.of(Given.watermark(timed, "2024-05-01T10:02:00"), row(timed, 1, "10:02"));

        assertThat(reversed(events, timed)).isEqualTo("rW r1");
    }

    @Test
    void watermarksKeepTheirOrder() {
        List<Bundle> bundles = Bundle.of(
                List.of(Given.watermark(rows, "2024-05-01T10:00:00"), Given.watermark(rows, "2024-05-01T10:01:00")));

        assertThat(precedence(bundles, rows).arrange(Preferences.reversed())).isEqualTo(bundles);
    }

    @Test
    void aWatermarkOfAnInputWithoutTimeIsNotPassed() {
        List<Event> events = List.of(
                row(rows, 1, "10:00"),
                row(rows, 2, "10:00"),
                Given.watermark(rows, "2024-05-01T09:00:00"),
                row(rows, 3, "10:00"));

        assertThat(reversed(events, rows)).isEqualTo("r2 r1 rW r3");
    }

    @Test
    void aRowThatMovesTheDeclaredWatermarkIsOneForOthers() {
        TestTable delayed = Given.withTime(rows, "at", DELAYED);
        List<Event> events =
                List.of(row(delayed, 1, "10:00:00"), row(delayed, 2, "10:00:20"), row(delayed, 3, "10:00:40"));

        // The third would make the first late, but not the second.
        assertThat(reversed(events, delayed)).isEqualTo("r2 r1 r3");
    }

    @Test
    void whatIsLateByTheDeclaredWatermarkStaysLate() {
        TestTable delayed = Given.withTime(rows, "at", DELAYED);
        List<Event> events =
                List.of(row(delayed, 1, "10:01:00"), row(delayed, 2, "10:00:00"), row(delayed, 3, "10:00:10"));

        assertThat(reversed(events, delayed)).isEqualTo("r1 r3 r2");
    }

    @Test
    void withAWatermarkThatIsNotUnderstoodTheInputStaysAsItIs() {
        TestTable timed = Given.withTime(rows, "at", "CURRENT_WATERMARK(`at`)");

        assertThat(reversed(List.of(row(timed, 1, "10:00"), row(timed, 2, "10:00")), timed))
                .isEqualTo("r1 r2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrderOfASeedHasAllAndKeepsEachKey(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(Given.add(random.nextBoolean() ? keyed : upserts, random.nextInt(5), "w" + i));
        }
        List<Bundle> bundles = Bundle.of(events);

        List<Bundle> arranged = precedence(bundles, keyed, upserts).arrange(Preferences.shuffled(bundles, random));

        assertThat(arranged).containsExactlyInAnyOrderElementsOf(bundles).isNotEqualTo(bundles);
        for (int i = 0; i < arranged.size(); i++) {
            for (Bundle later : arranged.subList(i, arranged.size())) {
                if (key(later).equals(key(arranged.get(i)))) {
                    assertThat(later.number())
                            .isGreaterThanOrEqualTo(arranged.get(i).number());
                }
            }
        }
    }

    private String key(Bundle bundle) {
        return Given.bundleNames(List.of(bundle));
    }

    @Test
    void aLongInputKeepsItsOrderWhileOthersPassIt() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            events.add(Given.add(keyed, i, "a"));
        }
        events.add(Given.add(upserts, 1, "a"));
        List<Bundle> bundles = Bundle.of(events);

        List<Bundle> arranged = precedence(bundles, keyed, upserts).arrange(Preferences.reversed());

        assertThat(arranged.get(0).table()).isEqualTo(upserts.name());
        assertThat(arranged.subList(1, arranged.size())).isEqualTo(bundles.subList(0, 2_000));
    }
}
