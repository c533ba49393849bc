package io.elt.unittest.flink;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.apache.flink.table.planner.operations.PlannerQueryOperation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Shows one time to all functions that ask for it: their calls become the value, before the query is optimised, as Flink
 * itself does it for a batch. PROCTIME() cannot be replaced, for it is more than a value: it says when an operator acts.
 */
final class FixedClock {
    private final Instant now;
    private final LocalDateTime local;
    private final Statement statement;

    FixedClock(Instant now, ZoneId zone, Statement statement) {
        this.now = now;
        this.local = LocalDateTime.ofInstant(now, zone);
        this.statement = statement;
    }

    SinkModifyOperation in(SinkModifyOperation insert) {
        PlannerQueryOperation query = (PlannerQueryOperation) insert.getChild();
        RelNode fixed = in(query.getCalciteTree());
        return new SinkModifyOperation(
                insert.getContextResolvedTable(),
                new PlannerQueryOperation(fixed, query::asSerializableString),
                insert.getStaticPartitions(),
                insert.getTargetColumns(),
                insert.isOverwrite(),
                insert.getDynamicOptions());
    }

    private RelNode in(RelNode tree) {
        RexShuttle expressions = new Expressions(tree.getCluster().getRexBuilder());
        return tree.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode node) {
                return super.visit(node).accept(expressions);
            }
        });
    }

    private final class Expressions extends RexShuttle {
        private final RexBuilder builder;

        Expressions(RexBuilder builder) {
            this.builder = builder;
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
            RexSubQuery visited = (RexSubQuery) super.visitSubQuery(subQuery);
            return visited.clone(in(visited.rel));
        }

        @Override
        public RexNode visitCall(RexCall call) {
            if (!call.getOperands().isEmpty()) {
                return super.visitCall(call);
            }
            RelDataType type = call.getType();
            return switch (call.getOperator().getName()) {
                case "CURRENT_TIMESTAMP", "NOW", "CURRENT_ROW_TIMESTAMP" ->
                    builder.makeLiteral(TimestampString.fromMillisSinceEpoch(now.toEpochMilli()), type, false);
                case "LOCALTIMESTAMP" -> builder.makeLiteral(timestamp(local), type, false);
                case "CURRENT_DATE" ->
                    builder.makeLiteral(
                            DateString.fromDaysSinceEpoch(
                                    (int) local.toLocalDate().toEpochDay()),
                            type,
                            false);
                case "CURRENT_TIME", "LOCALTIME" ->
                    builder.makeLiteral(
                            TimeString.fromMillisOfDay(
                                    (int) (local.toLocalTime().toNanoOfDay() / 1_000_000)),
                            type,
                            false);
                case "UNIX_TIMESTAMP" -> builder.makeLiteral(BigDecimal.valueOf(now.getEpochSecond()), type, false);
                case "PROCTIME" -> throw cannotSet();
                default -> call;
            };
        }
    }

    private static TimestampString timestamp(LocalDateTime time) {
        return TimestampString.fromMillisSinceEpoch(
                time.toInstant(java.time.ZoneOffset.UTC).toEpochMilli());
    }

    private RuntimeException cannotSet() {
        return Diagnostic.error(ErrorCode.TEST_CLOCK, "'now' cannot be set for SQL that uses PROCTIME()")
                .at(statement.origin())
                .withDetail("Flink's operators take the processing time from the clock of the machine")
                .withHint("leave 'now' out of the case, or use event time or CURRENT_TIMESTAMP in the SQL")
                .toException();
    }
}
