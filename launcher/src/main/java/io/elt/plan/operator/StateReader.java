package io.elt.plan.operator;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.hint.RelHint;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.planner.hint.StateTtlHint;
import org.apache.flink.table.planner.plan.nodes.calcite.Rank;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecChangelogNormalize;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecDeduplicate;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecGlobalGroupAggregate;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecGroupAggregate;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecIncrementalGroupAggregate;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecLookupJoin;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecRank;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecSink;
import org.apache.flink.table.planner.plan.nodes.physical.common.CommonPhysicalMatch;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalChangelogNormalize;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalDeduplicate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGlobalGroupAggregate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGlobalWindowAggregate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupWindowAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalIncrementalGroupAggregate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalIntervalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalLimit;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalLookupJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalOverAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRank;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalSink;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalSortLimit;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalTemporalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalTemporalSort;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalWindowAggregate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalWindowAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalWindowDeduplicate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalWindowJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalWindowRank;
import org.apache.flink.table.planner.plan.utils.RankProcessStrategy;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.apache.flink.table.runtime.operators.rank.ConstantRankRange;
import org.apache.flink.table.runtime.operators.rank.RankRange;
import scala.collection.JavaConverters;

import java.util.List;
import java.util.Optional;

/** What the operators of the optimised tree keep when they run. */
final class StateReader {
    private static final String ROWS_IN_WINDOW = "the rows of each open window";

    private StateReader() {}

    static List<State> of(RelNode node) {
        long ttl = ttl(node);
        if (node instanceof StreamPhysicalJoin join) {
            return JoinState.regular(join, ttl);
        }
        if (node instanceof StreamPhysicalIntervalJoin join) {
            return JoinState.timed(join, "within the interval");
        }
        if (node instanceof StreamPhysicalWindowJoin join) {
            return JoinState.timed(join, "of each open window");
        }
        if (node instanceof StreamPhysicalTemporalJoin join) {
            return JoinState.temporal(join, ttl);
        }
        if (node instanceof StreamPhysicalGroupAggregateBase aggregate) {
            return aggregate(aggregate, ttl);
        }
        if (node instanceof StreamPhysicalWindowAggregateBase aggregate) {
            return windowAggregate(aggregate);
        }
        if (node instanceof StreamPhysicalOverAggregateBase over) {
            return over.logicWindow().groups.stream()
                    .map(group -> over(over, group, ttl))
                    .toList();
        }
        if (node instanceof StreamPhysicalSink sink && sink.upsertMaterialize()) {
            return List.of(State.of(StreamExecSink.STATE_NAME, "all rows of a key", primaryKey(sink), ttl));
        }
        if (node instanceof StreamPhysicalLookupJoin join && join.upsertMaterialize()) {
            return List.of(
                    State.of(StreamExecLookupJoin.STATE_NAME, "what was looked up for each row", List.of(), ttl));
        }
        return ranked(node, ttl).or(() -> rows(node, ttl)).stream().toList();
    }

    static List<String> primaryKey(StreamPhysicalSink sink) {
        return sink.contextResolvedTable()
                .getResolvedSchema()
                .getPrimaryKey()
                .map(key -> key.getColumns())
                .orElse(List.of());
    }

    private static Optional<State> ranked(RelNode node, long ttl) {
        if (node instanceof StreamPhysicalRank rank) {
            return Optional.of(State.of(
                    StreamExecRank.STATE_NAME,
                    ranked(rank.rankStrategy(), rank.rankRange()),
                    RowFields.named(rank.getInput(), rank.partitionKey()),
                    ttl));
        }
        if (node instanceof StreamPhysicalSortLimit) {
            return Optional.of(State.of(StreamExecRank.STATE_NAME, "the rows within the limit", List.of(), ttl));
        }
        if (node instanceof StreamPhysicalLimit) {
            return Optional.of(State.of(StreamExecRank.STATE_NAME, "the rows within the limit", List.of(), ttl));
        }
        return Optional.empty();
    }

    private static String ranked(RankProcessStrategy strategy, RankRange range) {
        if (strategy instanceof RankProcessStrategy.RetractStrategy || !(range instanceof ConstantRankRange constant)) {
            return "all rows, in order";
        }
        return constant.getRankEnd() == 1 ? "the first row" : "the first " + constant.getRankEnd() + " rows";
    }

    private static Optional<State> rows(RelNode node, long ttl) {
        if (node instanceof StreamPhysicalChangelogNormalize normalize) {
            return Optional.of(State.of(
                    StreamExecChangelogNormalize.STATE_NAME,
                    "the latest row",
                    RowFields.named(normalize.getInput(), normalize.uniqueKeys()),
                    ttl));
        }
        if (node instanceof StreamPhysicalDeduplicate deduplicate) {
            return Optional.of(State.of(
                    StreamExecDeduplicate.STATE_NAME,
                    deduplicate.keepLastRow() ? "the latest row" : "that there was a row",
                    RowFields.named(deduplicate.getInput(), deduplicate.getUniqueKeys()),
                    ttl));
        }
        if (node instanceof StreamPhysicalWindowRank rank) {
            List<String> key = RowFields.named(rank.getInput(), ((Rank) rank).partitionKey());
            return Optional.of(State.timed("windowRankState", ROWS_IN_WINDOW, key));
        }
        if (node instanceof StreamPhysicalWindowDeduplicate deduplicate) {
            List<String> key = RowFields.named(deduplicate.getInput(), deduplicate.partitionKeys());
            return Optional.of(State.timed("windowDeduplicateState", "a row of each open window", key));
        }
        if (node instanceof StreamPhysicalTemporalSort) {
            return Optional.of(State.timed("sortState", "the rows that wait for the watermark", List.of()));
        }
        if (node instanceof CommonPhysicalMatch match) {
            List<String> key =
                    RowFields.named(match.getInput(0), match.getLogicalMatch().partitionKeys());
            String holds = "the rows of patterns that are not yet complete";
            // Flink's state TTL does not reach into patterns; only WITHIN ends one.
            return Optional.of(
                    match.getLogicalMatch().interval() == null
                            ? State.of("matchState", holds, key, 0)
                            : State.timed("matchState", holds, key));
        }
        return Optional.empty();
    }

    private static List<State> aggregate(StreamPhysicalGroupAggregateBase aggregate, long ttl) {
        Optional<String> name = aggregateState(aggregate);
        if (name.isEmpty()) {
            return List.of();
        }
        boolean distinct =
                JavaConverters.seqAsJavaList(aggregate.aggCalls()).stream().anyMatch(AggregateCall::isDistinct);
        return List.of(State.of(
                name.get(),
                distinct ? "the aggregates and their distinct values" : "the aggregates",
                RowFields.named(aggregate.getInput(), aggregate.grouping()),
                hinted(aggregate.hints()).orElse(ttl)));
    }

    /** Empty for the first of two phases, which empties itself with each batch. */
    private static Optional<String> aggregateState(StreamPhysicalGroupAggregateBase aggregate) {
        if (aggregate instanceof StreamPhysicalGroupAggregate) {
            return Optional.of(StreamExecGroupAggregate.STATE_NAME);
        }
        if (aggregate instanceof StreamPhysicalGlobalGroupAggregate) {
            return Optional.of(StreamExecGlobalGroupAggregate.STATE_NAME);
        }
        if (aggregate instanceof StreamPhysicalIncrementalGroupAggregate) {
            return Optional.of(StreamExecIncrementalGroupAggregate.STATE_NAME);
        }
        return Optional.empty();
    }

    private static List<State> windowAggregate(StreamPhysicalWindowAggregateBase aggregate) {
        boolean holds = aggregate instanceof StreamPhysicalWindowAggregate
                || aggregate instanceof StreamPhysicalGlobalWindowAggregate
                || aggregate instanceof StreamPhysicalGroupWindowAggregateBase;
        List<String> key = RowFields.named(aggregate.getInput(), aggregate.grouping());
        return holds ? List.of(State.timed("windowState", "the aggregates of each open window", key)) : List.of();
    }

    private static State over(StreamPhysicalOverAggregateBase over, Window.Group group, long ttl) {
        List<String> key = RowFields.named(over.getInput(), group.keys);
        if (group.lowerBound.isUnbounded()) {
            return State.of("overState", "the aggregates so far", key, ttl);
        }
        return group.isRows
                ? State.of("overState", "the last rows", key, ttl)
                : State.timed("overState", "the rows within the range", key);
    }

    private static Optional<Long> hinted(List<RelHint> hints) {
        return Optional.ofNullable(StateTtlHint.getStateTtlFromHintOnSingleRel(hints));
    }

    private static long ttl(RelNode node) {
        return ShortcutUtils.unwrapTableConfig(node)
                .get(ExecutionConfigOptions.IDLE_STATE_RETENTION)
                .toMillis();
    }
}
