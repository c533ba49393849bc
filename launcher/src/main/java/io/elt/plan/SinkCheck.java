package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.flink.sql.parser.dml.RichSqlInsert;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.UnresolvedIdentifier;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeCasts;

import java.util.List;
import java.util.Optional;

/**
 * Looks why an INSERT failed: at its table and at its columns. Flink tells both in the text of a general exception only,
 * and an author wants to know which column it is.
 */
final class SinkCheck {
    private final Statement statement;
    private final TableEnvironmentInternal environment;

    private SinkCheck(Statement statement, TableEnvironment environment) {
        this.statement = statement;
        this.environment = (TableEnvironmentInternal) environment;
    }

    /** Empty if the statement's table is there and its columns fit. */
    static Optional<PlanningProblem> of(Statement statement, TableEnvironment environment) {
        return new SinkCheck(statement, environment).find();
    }

    private Optional<PlanningProblem> find() {
        SqlNode parsed = ((PlannerBase) ((TableEnvironmentImpl) environment).getPlanner())
                .plannerContext()
                .createCalciteParser()
                .parse(statement.executableText());
        if (!(parsed instanceof RichSqlInsert insert) || !(insert.getTargetTableID() instanceof SqlIdentifier target)) {
            return Optional.empty();
        }
        ObjectIdentifier table =
                environment.getCatalogManager().qualifyIdentifier(UnresolvedIdentifier.of(target.names));
        KnownNames names = new KnownNames(environment);
        if (!names.isTable(table)) {
            String path = String.join(".", target.names);
            Diagnostic diagnostic = Diagnostic.error(
                            ErrorCode.TABLE_NOT_FOUND, "there is no table " + table.asSummaryString())
                    .at(FlinkFault.range(statement, target.getParserPosition()))
                    .suggesting(path, names.tablesLike(path));
            return Optional.of(PlanningProblem.missing(table.getObjectName(), diagnostic));
        }
        return mismatch(table).map(PlanningProblem::of);
    }

    private Optional<Diagnostic> mismatch(ObjectIdentifier table) {
        if (!(environment.getParser().parse(statement.executableText()).get(0) instanceof SinkModifyOperation sink)) {
            return Optional.empty();
        }
        List<Column> query = sink.getChild().getResolvedSchema().getColumns();
        List<Column> wanted = sink.getContextResolvedTable().getResolvedSchema().getColumns().stream()
                .filter(Column::isPersisted)
                .toList();
        if (query.size() != wanted.size()) {
            return Optional.of(error("the query gives " + columns(query.size()) + ", but " + table.asSummaryString()
                    + " has " + columns(wanted.size())));
        }
        for (int i = 0; i < wanted.size(); i++) {
            LogicalType given = query.get(i).getDataType().getLogicalType();
            // Whether a value may be NULL is looked at when it is written.
            LogicalType needed = wanted.get(i).getDataType().getLogicalType().copy(true);
            if (!LogicalTypeCasts.supportsImplicitCast(given, needed)) {
                String name = wanted.get(i).getName();
                String type = needed.asSummaryString();
                return Optional.of(error("column " + name + " of " + table.asSummaryString() + " is " + type
                                + ", but the query gives " + given.asSummaryString() + " (column " + (i + 1) + ", "
                                + query.get(i).getName() + ")")
                        .withHint("the columns are matched by their order, not by name; write CAST(... AS " + type
                                + ") if the order is right"));
            }
        }
        return Optional.empty();
    }

    private Diagnostic error(String message) {
        return Diagnostic.error(ErrorCode.SCHEMA_MISMATCH, message).at(statement.origin());
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }
}
