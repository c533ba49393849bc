package io.elt.plan.operator;

import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRel;

/** By which clock an operator of the optimised tree works. */
final class TimeReader {
    private TimeReader() {}

    static TimeKind of(RelNode node, OperatorType type) {
        if (node instanceof StreamPhysicalRel physical && physical.requireWatermark()) {
            return TimeKind.EVENT;
        }
        return switch (type) {
            case INTERVAL_JOIN,
                    TEMPORAL_JOIN,
                    LOOKUP_JOIN,
                    WINDOW_JOIN,
                    GROUP_WINDOW_AGGREGATE,
                    WINDOW_AGGREGATE,
                    LOCAL_WINDOW_AGGREGATE,
                    GLOBAL_WINDOW_AGGREGATE,
                    OVER_AGGREGATE,
                    WINDOW_TABLE_FUNCTION,
                    WINDOW_RANK,
                    WINDOW_DEDUPLICATE,
                    DEDUPLICATE,
                    MATCH -> TimeKind.PROCESSING;
            case TEMPORAL_SORT -> sort((Sort) node);
            default -> TimeKind.NONE;
        };
    }

    private static TimeKind sort(Sort sort) {
        RelFieldCollation first = sort.getCollation().getFieldCollations().get(0);
        boolean event = FlinkTypeFactory.isRowtimeIndicatorType(
                sort.getRowType().getFieldList().get(first.getFieldIndex()).getType());
        return event ? TimeKind.EVENT : TimeKind.PROCESSING;
    }
}
