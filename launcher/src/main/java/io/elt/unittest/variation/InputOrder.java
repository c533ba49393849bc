package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.Event.Watermark;
import io.elt.unittest.TestTable;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which bundles of one input keep the order in which they are written. */
final class InputOrder {
    private enum Freedom {
        ANY_ORDER,
        ORDER_OF_A_KEY,
        AS_WRITTEN
    }

    /**
     * @param keys of its rows
     * @param earliest the event time of its rows, and the latest; empty without one
     * @param watermark what the input says from here on, by itself or by its newest row
     */
    private record Traits(
            Set<List<Object>> keys, Optional<Long> earliest, Optional<Long> watermark, boolean isWatermark) {}

    private final TestTable table;
    private final Optional<Duration> delay;
    private final Freedom freedom;
    private final Map<Bundle, Traits> traits = new HashMap<>();

    private InputOrder(TestTable table) {
        this.table = table;
        this.delay = table.rowtime().flatMap(WatermarkDelay::of);
        this.freedom = freedom(table, delay);
    }

    static InputOrder of(TestTable table) {
        return new InputOrder(table);
    }

    private static Freedom freedom(TestTable table, Optional<Duration> delay) {
        boolean isWatermarkUnknown = table.rowtime().isPresent() && delay.isEmpty();
        if (isWatermarkUnknown) {
            return Freedom.AS_WRITTEN;
        }
        if (!table.primaryKey().isEmpty()) {
            return Freedom.ORDER_OF_A_KEY;
        }
        return table.delivery() == Delivery.APPEND ? Freedom.ANY_ORDER : Freedom.AS_WRITTEN;
    }

    /** Whether any two of its bundles could change places. */
    boolean isFree() {
        return freedom != Freedom.AS_WRITTEN;
    }

    /**
     * @param first what is written before the second
     */
    boolean keeps(Bundle first, Bundle second) {
        return switch (freedom) {
            case AS_WRITTEN -> true;
            case ORDER_OF_A_KEY ->
                !Collections.disjoint(traits(first).keys(), traits(second).keys()) || keepsTime(first, second);
            case ANY_ORDER -> keepsTime(first, second);
        };
    }

    /** Whether a row is late when it comes after what is written before it. */
    boolean isLate(Bundle row, List<Bundle> before) {
        return table.rowtime().isPresent()
                && before.stream()
                        .filter(bundle -> bundle.table().equals(table.name()))
                        .anyMatch(bundle -> reaches(traits(bundle), traits(row)));
    }

    private boolean keepsTime(Bundle first, Bundle second) {
        Traits one = traits(first);
        Traits other = traits(second);
        return (one.isWatermark() && other.isWatermark()) || reaches(one, other) || reaches(other, one);
    }

    /** A watermark that meets a row without a time is not moved past it: nobody knows what it would mean. */
    private static boolean reaches(Traits watermark, Traits row) {
        if (watermark.watermark().isEmpty() || row.isWatermark()) {
            return false;
        }
        return row.earliest().map(time -> watermark.watermark().get() >= time).orElse(true);
    }

    private Traits traits(Bundle bundle) {
        return traits.computeIfAbsent(bundle, this::read);
    }

    private Traits read(Bundle bundle) {
        Event event = bundle.events().get(0);
        if (event instanceof Watermark watermark) {
            return new Traits(
                    Set.of(), Optional.empty(), Optional.of(watermark.at().toEpochMilli()), true);
        }
        Set<List<Object>> keys = new HashSet<>();
        bundle.changes().forEach(change -> keys.add(Cells.key(table, change.row())));
        List<Long> times = table.rowtime().stream()
                .mapToInt(rowtime -> table.position(rowtime.column()))
                .boxed()
                .flatMap(position ->
                        bundle.changes().stream().flatMap(change -> Cells.time(table, change.row(), position).stream()))
                .toList();
        Optional<Long> newest = times.stream().max(Long::compare);
        return new Traits(
                keys,
                times.stream().min(Long::compare),
                newest.flatMap(time -> delay.map(behind -> time - behind.toMillis())),
                false);
    }
}
