package io.elt.plan.operator;

import io.elt.plan.TableName;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Window;
import org.apache.flink.table.planner.plan.nodes.calcite.Rank;
import org.apache.flink.table.planner.plan.nodes.exec.spec.JoinSpec;
import org.apache.flink.table.planner.plan.nodes.physical.common.CommonPhysicalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCalcBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCorrelateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalDeduplicate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalOverAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalWindowAggregateBase;
import scala.collection.JavaConverters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator does, in a few words. */
final class OperatorWords {
    private OperatorWords() {}

    static String of(RelNode node, OperatorType type, Optional<TableName> table) {
        if (table.isPresent()) {
            return onTable(type, table.get());
        }
        if (node instanceof CommonPhysicalJoin join) {
            return join(join);
        }
        if (node instanceof StreamPhysicalGroupAggregateBase aggregate) {
            List<AggregateCall> calls = JavaConverters.seqAsJavaList(aggregate.aggCalls());
            return grouped(RowFields.named(aggregate.getInput(), aggregate.grouping()), calls(calls));
        }
        if (node instanceof StreamPhysicalWindowAggregateBase aggregate) {
            List<AggregateCall> calls = JavaConverters.seqAsJavaList(aggregate.aggCalls());
            return grouped(RowFields.named(aggregate.getInput(), aggregate.grouping()), calls(calls)) + ", by window";
        }
        if (node instanceof StreamPhysicalOverAggregateBase over) {
            return over.logicWindow().groups.stream()
                    .map(group -> over(over, group))
                    .collect(Collectors.joining("; "));
        }
        if (node instanceof Rank rank) {
            return "ranks the rows" + per(RowFields.named(rank.getInput(), rank.partitionKey()));
        }
        if (node instanceof StreamPhysicalDeduplicate deduplicate) {
            return (deduplicate.keepLastRow() ? "keeps the last row" : "keeps the first row")
                    + per(RowFields.named(deduplicate.getInput(), deduplicate.getUniqueKeys()));
        }
        return node instanceof StreamPhysicalCalcBase calc ? calc(calc) : other(node, type);
    }

    private static String onTable(OperatorType type, TableName table) {
        return switch (type) {
            case SINK -> "writes " + table;
            case LOOKUP_JOIN -> "looks up " + table;
            default -> "reads " + table;
        };
    }

    private static String join(CommonPhysicalJoin join) {
        JoinSpec spec = join.joinSpec();
        List<String> conditions = new ArrayList<>();
        List<String> left = RowFields.named(join.getLeft(), spec.getLeftKeys());
        List<String> right = RowFields.named(join.getRight(), spec.getRightKeys());
        for (int i = 0; i < left.size(); i++) {
            conditions.add(left.get(i).equals(right.get(i)) ? left.get(i) : left.get(i) + " = " + right.get(i));
        }
        if (spec.getNonEquiCondition().isPresent()) {
            conditions.add("a condition");
        }
        String kind = join.getJoinType().name().toLowerCase(Locale.ROOT);
        return kind + " join " + (conditions.isEmpty() ? "of all pairs" : "on " + String.join(" and ", conditions));
    }

    private static String calc(StreamPhysicalCalcBase calc) {
        return calc.getProgram().getCondition() == null ? "computes columns" : "filters rows";
    }

    private static String grouped(List<String> key, List<String> calls) {
        String what =
                calls.isEmpty() ? "distinct rows" : calls.stream().distinct().collect(Collectors.joining(", "));
        return what + per(key);
    }

    private static List<String> calls(List<AggregateCall> calls) {
        return calls.stream()
                .map(call -> call.getAggregation().getName() + (call.isDistinct() ? " DISTINCT" : ""))
                .toList();
    }

    private static String over(StreamPhysicalOverAggregateBase over, Window.Group group) {
        List<String> calls = group.aggCalls.stream()
                .map(call -> call.getOperator().getName())
                .toList();
        return grouped(RowFields.named(over.getInput(), group.keys), calls) + ", running";
    }

    private static String per(List<String> key) {
        return key.isEmpty() ? " over all rows" : " per " + String.join(", ", key);
    }

    private static String other(RelNode node, OperatorType type) {
        if (node instanceof StreamPhysicalCorrelateBase) {
            return "calls a table function for each row";
        }
        return switch (type) {
            case VALUES -> "constant rows";
            case UNION -> "all rows of its inputs";
            case EXPAND -> "repeats rows for grouping sets";
            case LOOKUP_JOIN -> "looks up a table";
            case WINDOW_TABLE_FUNCTION -> "puts rows into windows";
            case WINDOW_DEDUPLICATE -> "keeps one row of each window";
            case LIMIT, SORT_LIMIT -> "keeps the first rows";
            case SORT, TEMPORAL_SORT -> "sorts rows";
            case MATCH -> "finds patterns";
            case WATERMARK_ASSIGNER -> "makes watermarks";
            case CHANGELOG_NORMALIZE -> "adds the old values that the source does not tell";
            case DROP_UPDATE_BEFORE -> "drops old values";
            default -> type.text();
        };
    }
}
