package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.TestTable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** When the rows of a case happened, and what passes between them. */
class DataTimesTest {
    private final TestTable booking = Given.table("b", "id INT, booked_on DATE, note STRING", "id", Delivery.CHANGELOG);
    private final TestTable word = Given.table("w", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable period = Given.table("p", "id INT, since DATE, until DATE", "id", Delivery.CHANGELOG);

    private static DataTimes times(List<Bundle> bundles, TestTable... tables) {
        return DataTimes.of(bundles, Arrays.stream(tables).collect(toMap(TestTable::name, identity())));
    }

    private static String spaced(List<Event> events, TestTable... tables) {
        List<Bundle> bundles = Bundle.of(events);
        return times(bundles, tables).spaced(bundles).stream()
                .flatMap(move -> move.told(event -> Given.names(List.of(event))).stream())
                .collect(joining(", "));
    }

    @Test
    void betweenTwoDaysPassesTheTimeBetweenThem() {
        assertThat(spaced(
                        List.of(Given.add(booking, 1, "2024-01-01", null), Given.add(booking, 2, "2024-01-03", null)),
                        booking))
                .isEqualTo("b1, 2 days pass, b2");
    }

    @Test
    void whatIsOlderComesAtOnce() {
        assertThat(spaced(
                        List.of(
                                Given.add(booking, 1, "2024-01-03", null),
                                Given.add(booking, 2, "2024-01-01", null),
                                Given.add(booking, 3, "2024-01-04", null)),
                        booking))
                .isEqualTo("b1, b2, 1 day pass, b3");
    }

    @Test
    void anUpdateHappensWhenItsNewRowSays() {
        assertThat(spaced(
                        List.of(
                                Given.add(booking, 1, "2024-01-01", "a"),
                                Given.before(booking, 1, "2024-01-01", "a"),
                                Given.after(booking, 1, "2024-01-02", "b")),
                        booking))
                .isEqualTo("b1, 1 day pass, b1, b1");
    }

    @Test
    void whatHasNoTimeHappensWithWhatStandsBeforeIt() {
        List<Bundle> bundles =
                Bundle.of(List.of(Given.add(booking, 1, "2024-01-02", null), Given.add(booking, 2, null, null)));

        DataTimes times = times(bundles, booking);

        assertThat(times.of(bundles.get(1))).isEqualTo(times.of(bundles.get(0)));
    }

    @Test
    void aTableWithoutATimeIsOlderThanAnyOther() {
        List<Bundle> bundles = Bundle.of(List.of(Given.add(word, 1, "x"), Given.add(booking, 1, "1900-01-01", null)));

        DataTimes times = times(bundles, booking, word);

        assertThat(times.of(bundles.get(0))).isLessThan(times.of(bundles.get(1)));
        assertThat(times.spaced(bundles))
                .as("nothing passes before the first time")
                .hasSize(2);
    }

    @Test
    void ofTwoDaysNobodyKnowsWhichItIs() {
        List<Bundle> bundles = Bundle.of(List.of(Given.add(period, 1, "2024-01-01", "2025-01-01")));

        assertThat(times(bundles, period).isKnown()).isFalse();
    }

    @Test
    void theEventTimeIsKnownAmongOthers() {
        TestTable visit = Given.withTime(
                Given.table("v", "id INT, born_on DATE, at TIMESTAMP(3)", "", Delivery.APPEND), "at", "`at`");

        assertThat(spaced(
                        List.of(
                                Given.add(visit, 1, "1980-01-01", "2024-05-01T10:00:00"),
                                Given.add(visit, 2, "1990-01-01", "2024-05-01T10:00:30")),
                        visit))
                .isEqualTo("v1, 30 seconds pass, v2");
    }

    @Test
    void aCaseWithoutTimesHasNone() {
        assertThat(times(Bundle.of(List.of(Given.add(word, 1, "x"))), word).isKnown())
                .isFalse();
    }
}
