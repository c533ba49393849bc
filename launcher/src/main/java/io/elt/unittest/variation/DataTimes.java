package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Event.Change;
import io.elt.unittest.TestTable;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When each bundle of a case happened, as its rows say: by the event time of their table, or else by its only column that
 * is a moment or a day. Of two such columns nobody knows which one it is.
 */
final class DataTimes {
    private static final Set<LogicalTypeRoot> MOMENTS = Set.of(
            LogicalTypeRoot.DATE,
            LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE,
            LogicalTypeRoot.TIMESTAMP_WITH_LOCAL_TIME_ZONE);

    /** By the bundles' numbers; what has no time happens at once with what stands before it in its input. */
    private final long[] times;

    private final boolean isKnown;

    private DataTimes(long[] times, boolean isKnown) {
        this.times = times;
        this.isKnown = isKnown;
    }

    static DataTimes of(List<Bundle> bundles, Map<TableName, TestTable> inputs) {
        long[] times = new long[bundles.size()];
        Map<TableName, Long> last = new HashMap<>();
        for (Bundle bundle : bundles) {
            TestTable table = inputs.get(bundle.table());
            OptionalInt column = column(table);
            List<Change> changes = bundle.changes();
            if (column.isPresent() && !changes.isEmpty()) {
                Change newest = changes.get(changes.size() - 1);
                Cells.time(table, newest.row(), column.getAsInt()).ifPresent(time -> last.put(bundle.table(), time));
            }
            times[bundle.number()] = last.getOrDefault(bundle.table(), Long.MIN_VALUE);
        }
        return new DataTimes(times, !last.isEmpty());
    }

    private static OptionalInt column(TestTable table) {
        if (table.rowtime().isPresent()) {
            return OptionalInt.of(table.position(table.rowtime().get().column()));
        }
        int[] moments = IntStream.range(0, table.columns().size())
                .filter(i -> isMoment(table.columns().get(i).type()))
                .toArray();
        return moments.length == 1 ? OptionalInt.of(moments[0]) : OptionalInt.empty();
    }

    static boolean isMoment(LogicalType type) {
        return MOMENTS.contains(type.getTypeRoot());
    }

    /** Whether any row has a time. */
    boolean isKnown() {
        return isKnown;
    }

    long of(Bundle bundle) {
        return times[bundle.number()];
    }

    /** The bundles with the time that passes between them. */
    List<Move> spaced(List<Bundle> bundles) {
        List<Move> moves = new ArrayList<>();
        long now = Long.MIN_VALUE;
        for (Bundle bundle : bundles) {
            long time = of(bundle);
            if (now > Long.MIN_VALUE && time > now) {
                moves.add(new Move.Wait(Duration.ofMillis(time - now)));
            }
            now = Math.max(now, time);
            moves.add(new Move.Deliver(bundle));
        }
        return moves;
    }
}
