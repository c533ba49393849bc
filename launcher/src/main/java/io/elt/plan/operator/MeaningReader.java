package io.elt.plan.operator;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.catalog.ContextResolvedTable;
import org.apache.flink.table.catalog.ResolvedCatalogBaseTable;
import org.apache.flink.table.planner.plan.nodes.FlinkRelNode;
import org.apache.flink.table.planner.plan.nodes.calcite.Rank;
import org.apache.flink.table.planner.plan.nodes.calcite.Sink;
import org.apache.flink.table.planner.plan.nodes.physical.common.CommonPhysicalJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCalcBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalDeduplicate;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalExchange;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalOverAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalTableSourceScan;
import scala.collection.JavaConverters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts what an operator computes into a text that only changes when that does. */
final class MeaningReader {
    /** Options that say which data a table outside the warehouse is. */
    private static final List<String> PLACES = List.of(
            "connector",
            "topic",
            "topic-pattern",
            "path",
            "hostname",
            "port",
            "url",
            "database-name",
            "schema-name",
            "table-name");

    private MeaningReader() {}

    static Meaning of(RelNode node) {
        return new Meaning(node.getInputs().stream().map(MeaningReader::arrival).toList(), work(node), place(node));
    }

    /** The steps between an operator and the one that it reads from; as many as there are, they count for Flink. */
    private static String arrival(RelNode input) {
        List<String> steps = new ArrayList<>();
        for (RelNode step = input; OperatorReader.isMove(step); step = step.getInput(0)) {
            steps.add(
                    step instanceof StreamPhysicalExchange exchange
                            ? exchange.getDistribution().getType().shortName
                                    + exchange.getDistribution().getKeys()
                            : step.getClass().getSimpleName());
        }
        return String.join(" ", steps);
    }

    private static String work(RelNode node) {
        if (node instanceof Sink) {
            return "";
        }
        if (node instanceof StreamPhysicalCalcBase calc) {
            return calc(calc.getProgram());
        }
        if (node instanceof StreamPhysicalGroupAggregateBase aggregate) {
            return "by " + aggregate.grouping().length + Arrays.toString(aggregate.grouping()) + " "
                    + calls(JavaConverters.seqAsJavaList(aggregate.aggCalls()));
        }
        if (node instanceof CommonPhysicalJoin join) {
            return join.getJoinType() + " " + join.getCondition();
        }
        if (node instanceof StreamPhysicalOverAggregateBase over) {
            return over.logicWindow().groups + " " + over.logicWindow().constants;
        }
        if (node instanceof Rank rank) {
            return rank.rankType() + " by " + rank.partitionKey() + " order " + rank.orderKey() + " " + rank.rankRange()
                    + " number " + rank.outputRankNumber();
        }
        if (node instanceof StreamPhysicalDeduplicate deduplicate) {
            return "by " + Arrays.toString(deduplicate.getUniqueKeys()) + " last " + deduplicate.keepLastRow()
                    + " event time " + deduplicate.isRowtime();
        }
        return node instanceof FlinkRelNode described ? described.getRelDetailedDescription() : node.getRelTypeName();
    }

    private static String calc(RexProgram program) {
        String columns = program.getProjectList().stream()
                .map(program::expandLocalRef)
                .map(RexNode::toString)
                .collect(Collectors.joining(", "));
        return program.getCondition() == null
                ? columns
                : columns + " WHERE " + program.expandLocalRef(program.getCondition());
    }

    private static String calls(List<AggregateCall> calls) {
        return calls.stream()
                .map(call -> call + " " + call.getType().getFullTypeString())
                .collect(Collectors.joining(", "));
    }

    private static String place(RelNode node) {
        if (node instanceof Sink sink) {
            return place(sink.contextResolvedTable());
        }
        return node instanceof StreamPhysicalTableSourceScan scan
                ? place(scan.tableSourceTable().contextResolvedTable())
                : "";
    }

    /** A temporary table is called as its author likes; which data it is, its options say. */
    private static String place(ContextResolvedTable table) {
        if (!table.isTemporary()) {
            return table.getIdentifier().asSummaryString();
        }
        ResolvedCatalogBaseTable<?> resolved = table.getResolvedTable();
        Map<String, String> options = resolved.getOptions();
        return PLACES.stream()
                .filter(options::containsKey)
                .map(key -> key + "=" + options.get(key))
                .collect(Collectors.joining(" "));
    }
}
