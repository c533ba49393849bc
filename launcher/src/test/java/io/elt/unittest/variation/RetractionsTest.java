package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.TestTable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Which parts of a changelog are changelogs. */
class RetractionsTest {
    private final TestTable keyed = Given.table("k", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable upserts = Given.table("u", "id INT, word STRING", "id", Delivery.UPSERT);

    private boolean isFounded(TestTable table, List<Event> events, Integer... kept) {
        List<Bundle> bundles = Bundle.of(events);
        List<Bundle> part = List.of(kept).stream().map(bundles::get).toList();
        return Retractions.of(bundles, Map.of(table.name(), table)).areFounded(part);
    }

    @Test
    void aRowIsTakenBackOnlyIfItIsThere() {
        List<Event> events = List.of(Given.add(keyed, 1, "a"), Given.delete(keyed, 1, "a"), Given.add(keyed, 2, "a"));

        assertThat(isFounded(keyed, events, 0, 1)).isTrue();
        assertThat(isFounded(keyed, events, 0, 2)).isTrue();
        assertThat(isFounded(keyed, events, 1, 2)).isFalse();
    }

    @Test
    void anUpdateInTheMiddleOfAChainStays() {
        List<Event> events = List.of(
                Given.add(keyed, 1, "a"),
                Given.before(keyed, 1, "a"),
                Given.after(keyed, 1, "b"),
                Given.before(keyed, 1, "b"),
                Given.after(keyed, 1, "c"));

        assertThat(isFounded(keyed, events, 0, 1)).isTrue();
        assertThat(isFounded(keyed, events, 0, 2)).isFalse();
        assertThat(isFounded(keyed, events, 2)).isFalse();
    }

    @Test
    void twoRowsOfAKeyArePossibleOnlyWhereOneReplacesTheOther() {
        List<Event> changes = List.of(Given.add(keyed, 1, "a"), Given.delete(keyed, 1, "a"), Given.add(keyed, 1, "b"));
        List<Event> replacing =
                List.of(Given.add(upserts, 1, "a"), Given.delete(upserts, 1, "a"), Given.add(upserts, 1, "b"));

        assertThat(isFounded(keyed, changes, 0, 2)).isFalse();
        assertThat(isFounded(upserts, replacing, 0, 2)).isTrue();
    }

    @Test
    void aDeleteOfAnUpsertStreamNeedsNothingButItsKey() {
        List<Event> events = List.of(Given.add(upserts, 1, "a"), Given.delete(upserts, 1, null));

        assertThat(isFounded(upserts, events, 0, 1)).isTrue();
    }

    @Test
    void whatTheCaseItselfTakesBackOutOfNothingMayStay() {
        List<Event> events =
                List.of(Given.delete(keyed, 9, "x"), Given.add(keyed, 1, "a"), Given.delete(keyed, 1, "a"));

        assertThat(isFounded(keyed, events, 0)).isTrue();
        assertThat(isFounded(keyed, events, 0, 2)).isFalse();
    }
}
