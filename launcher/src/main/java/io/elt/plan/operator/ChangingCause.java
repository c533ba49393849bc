package io.elt.plan.operator;

import io.elt.plan.operator.Nondeterminism.Cause;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCalcBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCorrelateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregateBase;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalLookupJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalTableSourceScan;
import org.apache.flink.table.planner.plan.utils.FlinkRexUtil;
import scala.collection.JavaConverters;

import java.util.Optional;

/**
 * Follows a column down to what makes its values change from one time to the next.
 *
 * @param name of the function, table or column
 */
record ChangingCause(Cause kind, String name) {
    private static final ChangingCause UNKNOWN = new ChangingCause(Cause.UNKNOWN, "");

    static ChangingCause of(RelNode node, int column) {
        if (node instanceof StreamPhysicalCalcBase calc) {
            return ofCalc(calc, column);
        }
        if (node instanceof StreamPhysicalCorrelateBase correlate) {
            int left = correlate.inputRel().getRowType().getFieldCount();
            return column < left
                    ? of(correlate.inputRel(), column)
                    : function(correlate.scan().getCall()).orElse(UNKNOWN);
        }
        if (node instanceof StreamPhysicalLookupJoin join) {
            int left = join.getInput().getRowType().getFieldCount();
            return column < left
                    ? of(join.getInput(), column)
                    : new ChangingCause(
                            Cause.LOOKUP, String.join(".", join.temporalTable().getQualifiedName()));
        }
        if (node instanceof StreamPhysicalGroupAggregateBase aggregate) {
            return ofAggregate(aggregate, column);
        }
        if (node instanceof StreamPhysicalTableSourceScan scan) {
            return new ChangingCause(
                    Cause.METADATA, scan.getRowType().getFieldNames().get(column));
        }
        if (node instanceof Join join) {
            int left = join.getLeft().getRowType().getFieldCount();
            return column < left ? of(join.getLeft(), column) : of(join.getRight(), column - left);
        }
        boolean passes = node.getInputs().size() == 1
                && column < node.getInput(0).getRowType().getFieldCount();
        return passes ? of(node.getInput(0), column) : UNKNOWN;
    }

    private static ChangingCause ofCalc(StreamPhysicalCalcBase calc, int column) {
        RexProgram program = calc.getProgram();
        RexNode value = program.expandLocalRef(program.getProjectList().get(column));
        Optional<ChangingCause> own = function(value);
        if (own.isPresent()) {
            return own.get();
        }
        for (RexInputRef reference : FlinkRexUtil.findAllInputRefs(value)) {
            ChangingCause below = of(calc.getInput(), reference.getIndex());
            if (below.kind != Cause.UNKNOWN && below.kind != Cause.METADATA) {
                return below;
            }
        }
        if (program.getCondition() != null) {
            Optional<ChangingCause> condition = function(program.expandLocalRef(program.getCondition()));
            if (condition.isPresent()) {
                return condition.get();
            }
        }
        return FlinkRexUtil.findAllInputRefs(value).stream()
                .map(reference -> of(calc.getInput(), reference.getIndex()))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static ChangingCause ofAggregate(StreamPhysicalGroupAggregateBase aggregate, int column) {
        int[] grouping = aggregate.grouping();
        if (column < grouping.length) {
            return of(aggregate.getInput(), grouping[column]);
        }
        return new ChangingCause(
                Cause.FUNCTION,
                JavaConverters.seqAsJavaList(aggregate.aggCalls())
                        .get(column - grouping.length)
                        .getAggregation()
                        .getName());
    }

    private static Optional<ChangingCause> function(RexNode expression) {
        return FlinkRexUtil.getNonDeterministicCallName(expression)
                .map(name -> new ChangingCause(Cause.FUNCTION, name));
    }
}
