package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;
import org.apache.calcite.rel.RelNode;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRank;
import org.apache.flink.table.planner.plan.utils.RankProcessStrategy;

/**
 * Where Flink 1.20 forgets that rows are taken back. What several INSERTs of a job read together, such as a view, is
 * optimised on its own; if rows of it can be deleted, nothing is known of how its columns grow, and the optimiser of the
 * INSERTs takes that for "they never change". MAX, MIN and ROW_NUMBER then leave out what they would need to find the
 * second largest again.
 */
final class LostDeletes {
    /**
     * With the aggregation in one phase, MAX and MIN are decided upon once more when the whole tree is known. In two, they
     * stay as they were.
     */
    static final String PHASES = "table.optimizer.agg-phase-strategy";

    static final String ONE_PHASE = "ONE_PHASE";

    private LostDeletes() {}

    /**
     * For ROW_NUMBER there is no setting.
     *
     * @param optimised what the optimiser made of an INSERT
     */
    static void refuse(Statement insert, RelNode optimised) {
        if (holdsForgetfulRank(optimised)) {
            throw Diagnostic.error(
                            ErrorCode.DELETES_LOST,
                            "rows that are deleted would stay in this ROW_NUMBER: several INSERTs of the job read the same view,"
                                    + " and Flink then forgets that its rows can go")
                    .at(insert.origin())
                    .withHint("put this INSERT, with the views that it needs, into a file of its own")
                    .toException();
        }
    }

    private static boolean holdsForgetfulRank(RelNode node) {
        return node instanceof StreamPhysicalRank rank && !isAsItsInputAsks(rank)
                || node.getInputs().stream().anyMatch(LostDeletes::holdsForgetfulRank);
    }

    /** Flink's own analysis, asked once more now that the tree is whole. */
    private static boolean isAsItsInputAsks(StreamPhysicalRank rank) {
        return RankProcessStrategy.analyzeRankProcessStrategies(rank, rank.partitionKey(), rank.orderKey()).stream()
                .anyMatch(strategy -> strategy.getClass() == rank.rankStrategy().getClass());
    }
}
