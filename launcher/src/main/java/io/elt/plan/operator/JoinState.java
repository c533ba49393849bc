package io.elt.plan.operator;

import org.apache.calcite.rel.RelNode;
import org.apache.flink.table.planner.hint.StateTtlHint;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecJoin;
import org.apache.flink.table.planner.plan.nodes.physical.common.CommonPhysicalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalTemporalJoin;
import scala.collection.JavaConverters;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What joins keep of their two inputs. */
final class JoinState {
    private JoinState() {}

    static List<State> regular(StreamPhysicalJoin join, long ttl) {
        Map<Integer, Long> hinted = StateTtlHint.getStateTtlFromHintOnBiRel(join.getHints());
        return List.of(
                side(join, Side.LEFT, StreamExecJoin.LEFT_STATE_NAME, hinted.getOrDefault(0, ttl)),
                side(join, Side.RIGHT, StreamExecJoin.RIGHT_STATE_NAME, hinted.getOrDefault(1, ttl)));
    }

    static List<State> timed(CommonPhysicalJoin join, String when) {
        return List.of(
                State.timed(StreamExecJoin.LEFT_STATE_NAME, "the left rows " + when, Side.LEFT.key(join)),
                State.timed(StreamExecJoin.RIGHT_STATE_NAME, "the right rows " + when, Side.RIGHT.key(join)));
    }

    static List<State> temporal(StreamPhysicalTemporalJoin join, long ttl) {
        if (!join.requireWatermark()) {
            return List.of(
                    State.of(StreamExecJoin.RIGHT_STATE_NAME, "the latest right row", Side.RIGHT.key(join), ttl));
        }
        return List.of(
                State.timed(
                        StreamExecJoin.LEFT_STATE_NAME,
                        "the left rows that wait for the watermark",
                        Side.LEFT.key(join)),
                // Versions that no row can ask for any more go, but the last one of each key stays.
                State.of(StreamExecJoin.RIGHT_STATE_NAME, "the versions of the right row", Side.RIGHT.key(join), ttl));
    }

    private static State side(CommonPhysicalJoin join, Side side, String name, long ttl) {
        return State.of(name, holds(join, side), side.key(join), ttl);
    }

    private static String holds(CommonPhysicalJoin join, Side side) {
        int[] joinKey = side.positions(join);
        List<int[]> uniqueKeys = JavaConverters.seqAsJavaList(join.getUpsertKeys(side.input(join), joinKey));
        if (uniqueKeys.stream().anyMatch(key -> contains(joinKey, key))) {
            return "one " + side.text + " row";
        }
        Optional<int[]> smallest = uniqueKeys.stream().min(Comparator.comparingInt(key -> key.length));
        return smallest.map(key ->
                        "all " + side.text + " rows, by " + String.join(", ", RowFields.named(side.input(join), key)))
                .orElse("all " + side.text + " rows, each with how often it came");
    }

    private static boolean contains(int[] all, int[] some) {
        return Arrays.stream(some).allMatch(each -> Arrays.stream(all).anyMatch(other -> other == each));
    }

    private enum Side {
        LEFT("left"),
        RIGHT("right");

        private final String text;

        Side(String text) {
            this.text = text;
        }

        RelNode input(CommonPhysicalJoin join) {
            return this == LEFT ? join.getLeft() : join.getRight();
        }

        int[] positions(CommonPhysicalJoin join) {
            return this == LEFT
                    ? join.joinSpec().getLeftKeys()
                    : join.joinSpec().getRightKeys();
        }

        List<String> key(CommonPhysicalJoin join) {
            return RowFields.named(input(join), positions(join));
        }
    }
}
