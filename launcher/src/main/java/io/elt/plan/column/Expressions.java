package io.elt.plan.column;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the value of an expression depends on. */
final class Expressions {
    /** Functions over a window that give a value of one of its rows. */
    private static final Set<SqlKind> OF_ONE_ROW =
            Set.of(SqlKind.LAG, SqlKind.LEAD, SqlKind.FIRST_VALUE, SqlKind.LAST_VALUE, SqlKind.NTH_VALUE);

    private final RowFlow rows;
    private final Outer outer;
    private final FlowReader inside;

    /**
     * @param outer rows of queries around this one, which it may refer to
     * @param inside reads queries inside of the expressions
     */
    Expressions(RowFlow rows, Outer outer, FlowReader inside) {
        this.rows = rows;
        this.outer = outer;
        this.inside = inside;
    }

    /** Of a condition in WHERE: what compares with a query around this one joins the two. */
    Influences condition(RexNode condition) {
        return Influences.all(RelOptUtil.conjunctions(condition).stream()
                .map(part -> of(part).through(RexUtil.containsCorrelation(part) ? Influence.JOIN : Influence.FILTER))
                .toList());
    }

    Influences of(RexNode expression) {
        if (expression instanceof RexInputRef reference) {
            return rows.columns().get(reference.getIndex());
        }
        if (expression instanceof RexFieldAccess access) {
            return field(access);
        }
        if (expression instanceof RexCorrelVariable variable) {
            return outer.rows(variable).allColumns();
        }
        if (expression instanceof RexOver over) {
            return over(over);
        }
        if (expression instanceof RexSubQuery query) {
            return subQuery(query);
        }
        if (!(expression instanceof RexCall call)) {
            return Influences.none();
        }
        if (call.getKind() == SqlKind.CASE) {
            return choice(call);
        }
        if (isIf(call)) {
            return of(call.getOperands().get(0))
                    .through(Influence.CONDITIONAL)
                    .and(computed(
                            call.getOperands().subList(1, call.getOperands().size())));
        }
        return keepsValue(call) ? of(call.getOperands().get(0)) : computed(call.getOperands());
    }

    private Influences field(RexFieldAccess access) {
        return access.getReferenceExpr() instanceof RexCorrelVariable variable
                ? outer.rows(variable).columns().get(access.getField().getIndex())
                : of(access.getReferenceExpr()).through(Influence.TRANSFORMATION);
    }

    private Influences computed(List<RexNode> operands) {
        return Influences.all(operands.stream().map(this::of).toList()).through(Influence.TRANSFORMATION);
    }

    /** CASE has conditions and values in turn, and the value of ELSE at the end. */
    private Influences choice(RexCall call) {
        List<RexNode> operands = call.getOperands();
        if (isSumOfWindow(operands)) {
            return of(operands.get(1));
        }
        return Influences.all(IntStream.range(0, operands.size())
                .filter(i -> !isCondition(operands, i) || !asksForItsValue(operands, i))
                .mapToObj(i -> of(operands.get(i))
                        .through(isCondition(operands, i) ? Influence.CONDITIONAL : Influence.TRANSFORMATION))
                .toList());
    }

    private static boolean isCondition(List<RexNode> operands, int i) {
        return i % 2 == 0 && i < operands.size() - 1;
    }

    /** CASE WHEN x IS NOT NULL THEN x ELSE y END, which is how Calcite writes COALESCE(x, y). */
    private static boolean asksForItsValue(List<RexNode> operands, int i) {
        return operands.get(i) instanceof RexCall condition
                && condition.getKind() == SqlKind.IS_NOT_NULL
                && withoutCast(condition.getOperands().get(0)).equals(withoutCast(operands.get(i + 1)));
    }

    private static RexNode withoutCast(RexNode expression) {
        return expression.getKind() == SqlKind.CAST
                ? withoutCast(((RexCall) expression).getOperands().get(0))
                : expression;
    }

    /** Calcite writes SUM(x) OVER w as CASE WHEN COUNT(x) OVER w > 0 THEN ... END; its author chose nothing. */
    private static boolean isSumOfWindow(List<RexNode> operands) {
        return operands.get(0) instanceof RexCall condition
                && condition.getKind() == SqlKind.GREATER_THAN
                && condition.getOperands().get(0) instanceof RexOver count
                && count.getAggOperator().getKind() == SqlKind.COUNT
                && operands.get(1) instanceof RexOver sum
                && sum.getAggOperator().getKind() == SqlKind.SUM0;
    }

    private static boolean isIf(RexCall call) {
        return call.getOperator().getName().equalsIgnoreCase("IF")
                && call.getOperands().size() == 3;
    }

    /** Numbers stay numbers and texts stay texts; that is how the planner fits a query to its table. */
    private static boolean keepsValue(RexCall call) {
        if (call.getKind() != SqlKind.CAST && call.getKind() != SqlKind.REINTERPRET) {
            return false;
        }
        var from = call.getOperands().get(0).getType().getSqlTypeName().getFamily();
        var to = call.getType().getSqlTypeName().getFamily();
        // Rows, arrays and maps have no family in common.
        return from == to && from != SqlTypeFamily.ANY;
    }

    private Influences over(RexOver over) {
        boolean aggregates = !OF_ONE_ROW.contains(over.getAggOperator().getKind());
        List<Influences> all = new ArrayList<>();
        over.getOperands()
                .forEach(operand ->
                        all.add(of(operand).through(aggregates ? Influence.AGGREGATION : Influence.TRANSFORMATION)));
        over.getWindow().partitionKeys.forEach(key -> all.add(of(key).through(Influence.WINDOW)));
        for (RexFieldCollation key : over.getWindow().orderKeys) {
            all.add(of(key.left).through(Influence.WINDOW));
        }
        return Influences.all(all);
    }

    private Influences subQuery(RexSubQuery query) {
        RowFlow inner = inside.read(query.rel);
        if (query.getKind() == SqlKind.SCALAR_QUERY) {
            return inner.columns().get(0).and(inner.rows());
        }
        if (query.getKind() == SqlKind.EXISTS) {
            return inner.rows();
        }
        return computed(query.getOperands())
                .and(inner.allColumns().through(Influence.TRANSFORMATION))
                .and(inner.rows());
    }
}
