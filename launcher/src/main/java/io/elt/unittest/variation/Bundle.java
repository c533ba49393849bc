package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import io.elt.unittest.Event.Change;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What cannot be taken apart: an event, or the two halves of an update.
 *
 * @param number its place in the order as written, counted over all inputs; what it is called by
 */
record Bundle(int number, TableName table, List<Event> events) {
    Bundle {
        events = List.copyOf(events);
    }

    /** The bundles of a case, in the order as written. */
    static List<Bundle> of(List<Event> events) {
        Map<TableName, Event> last = new HashMap<>();
        Map<TableName, List<Event>> open = new HashMap<>();
        List<List<Event>> ordered = new ArrayList<>();
        for (Event event : events) {
            if (isSecondHalf(event, last.get(event.table()))) {
                open.get(event.table()).add(event);
            } else {
                List<Event> group = new ArrayList<>(List.of(event));
                open.put(event.table(), group);
                ordered.add(group);
            }
            last.put(event.table(), event);
        }
        List<Bundle> bundles = new ArrayList<>();
        ordered.forEach(
                group -> bundles.add(new Bundle(bundles.size(), group.get(0).table(), group)));
        return bundles;
    }

    private static boolean isSecondHalf(Event event, Event before) {
        return before instanceof Change first
                && event instanceof Change second
                && first.row().getRowKind() == RowKind.UPDATE_BEFORE
                && second.row().getRowKind() == RowKind.UPDATE_AFTER;
    }

    List<Change> changes() {
        return events.stream()
                .filter(Change.class::isInstance)
                .map(Change.class::cast)
                .toList();
    }
}
