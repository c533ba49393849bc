package io.elt.plan;

import io.elt.plan.column.ColumnFlow;
import io.elt.plan.column.FlowReader;
import io.elt.plan.column.InsertFlow;
import io.elt.plan.column.RowFlow;
import io.elt.plan.operator.RowFields;
import io.elt.plan.operator.Written;
import io.elt.script.Statement;
import org.apache.calcite.rel.RelNode;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.ContextResolvedTable;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.catalog.UniqueConstraint;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.QueryOperation;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.apache.flink.table.planner.operations.PlannerQueryOperation;
import org.apache.flink.table.planner.plan.nodes.calcite.Sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads the statements of one job the way its cluster will, with the real parser and validator, and remembers what they
 * touch. To be used by the thread that made it, as Flink's planner demands.
 */
final class PlanningSession {
    private final TableEnvironment environment;
    private final Map<String, String> settings = new HashMap<>();
    private final SortedSet<TableName> reads = new TreeSet<>();
    private final SortedSet<TableName> writes = new TreeSet<>();
    private final Map<TableName, ExternalInput> inputs = new HashMap<>();
    private final List<Statement> inserts = new ArrayList<>();
    private final Map<Statement, SinkModifyOperation> operations = new HashMap<>();

    PlanningSession(TableEnvironment environment) {
        this.environment = environment;
    }

    void set(String key, String value) {
        settings.put(key, value);
        environment.getConfig().set(key, value);
    }

    /** For the job alone: the libraries of the planner log what they are given. */
    void setSecretly(String key, String value) {
        settings.put(key, value);
    }

    void execute(Statement statement) {
        environment.executeSql(statement.executableText());
    }

    void insert(Statement statement) {
        Operation operation = parse(statement);
        if (!(operation instanceof SinkModifyOperation sink)) {
            throw new IllegalArgumentException("expected an INSERT into a table");
        }
        writes.add(TableName.of(sink.getContextResolvedTable().getIdentifier()));
        for (TableName table : scannedBy(sink.getChild())) {
            if (isTemporary(table)) {
                inputs.put(table, external(table));
            } else {
                reads.add(table);
            }
        }
        inserts.add(statement);
        operations.put(statement, sink);
    }

    /** What is wrong with a statement that failed here. */
    List<PlanningProblem> explain(Statement statement, Throwable error) {
        return FlinkFault.read(statement, environment, error);
    }

    /** The INSERTs so far. */
    List<Statement> inserts() {
        return List.copyOf(inserts);
    }

    /**
     * Takes INSERTs through the whole planner together, which finds what the validator does not look at.
     *
     * @return what the optimiser made of each
     */
    List<RelNode> optimise(List<Statement> together) {
        List<RelNode> optimised = Optimiser.of(environment)
                .optimise(together.stream().map(operations::get).toList());
        for (int i = 0; i < together.size(); i++) {
            LostDeletes.refuse(together.get(i), optimised.get(i));
        }
        return optimised;
    }

    /**
     * @param position of the statement in its job
     */
    Written written(Statement insert, int position) {
        SinkModifyOperation sink = operations.get(insert);
        ResolvedSchema table = sink.getContextResolvedTable().getResolvedSchema();
        return new Written(
                position,
                TableName.of(sink.getContextResolvedTable().getIdentifier()),
                columns(sink.getChild().getResolvedSchema().getColumns()),
                columns(table.getColumns().stream()
                        .filter(org.apache.flink.table.catalog.Column::isPersisted)
                        .toList()),
                table.getPrimaryKey().map(UniqueConstraint::getColumns).orElse(List.of()));
    }

    private static List<Column> columns(List<org.apache.flink.table.catalog.Column> columns) {
        return columns.stream()
                .map(column -> new Column(
                        column.getName(), column.getDataType().getLogicalType().asSummaryString()))
                .toList();
    }

    /** Where the columns come from that an INSERT writes. */
    InsertFlow flow(String job, Statement insert) {
        RelNode written = Optimiser.of(environment).written(operations.get(insert));
        Map<TableName, List<String>> scanned = new HashMap<>();
        RowFlow rows = FlowReader.read(written.getInput(0), TableName::of, scanned);
        List<String> columns = RowFields.written((Sink) written);
        TableName table =
                TableName.of(operations.get(insert).getContextResolvedTable().getIdentifier());
        return new InsertFlow(
                job,
                insert,
                table,
                isTemporary(table) ? Optional.of(external(table)) : Optional.empty(),
                IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                new ColumnFlow(columns.get(i), rows.columns().get(i)))
                        .toList(),
                rows.rows(),
                scanned);
    }

    Operation parse(Statement statement) {
        return ((TableEnvironmentInternal) environment)
                .getParser()
                .parse(statement.executableText())
                .get(0);
    }

    boolean hasInserts() {
        return !inserts.isEmpty();
    }

    /** When all statements are known: sets what is needed for the INSERTs to be right as one job. */
    void join() {
        if (inserts.size() > 1
                && environment.getConfig().get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.STREAMING) {
            set(LostDeletes.PHASES, LostDeletes.ONE_PHASE);
        }
    }

    Job toJob(String name, List<String> files, List<Statement> statements) {
        return new Job(name, files, settings, statements, reads, writes, List.copyOf(inputs.values()));
    }

    private static SortedSet<TableName> scannedBy(QueryOperation query) {
        return TableScans.in(((PlannerQueryOperation) query).getCalciteTree());
    }

    private boolean isTemporary(TableName table) {
        return ((TableEnvironmentInternal) environment).getCatalogManager().isTemporaryTable(identifier(table));
    }

    private ExternalInput external(TableName name) {
        ContextResolvedTable table = ((TableEnvironmentInternal) environment)
                .getCatalogManager()
                .getTable(identifier(name))
                .orElseThrow();
        List<String> columns = table.getResolvedSchema().getColumns().stream()
                .filter(org.apache.flink.table.catalog.Column::isPhysical)
                .map(org.apache.flink.table.catalog.Column::getName)
                .toList();
        return new ExternalInput(name.table(), table.getTable().getOptions(), columns);
    }

    private static ObjectIdentifier identifier(TableName table) {
        return ObjectIdentifier.of(table.catalog(), table.database(), table.table());
    }
}
