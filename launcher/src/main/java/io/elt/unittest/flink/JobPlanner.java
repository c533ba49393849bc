package io.elt.unittest.flink;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.FlinkFault;
import io.elt.plan.PlanningInput;
import io.elt.plan.PlanningProblem;
import io.elt.plan.ScriptFile;
import io.elt.plan.ServedTable;
import io.elt.script.Setting;
import io.elt.script.Statement;
import io.elt.unittest.Schedule;
import io.elt.unittest.TestedProject;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.transformations.SourceTransformation;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.CatalogDatabaseImpl;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;
import org.apache.flink.table.operations.ddl.CreateDatabaseOperation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plans one file. Its statements are executed as they are, in catalogs that hold the tables of the whole project in memory.
 * To be used once, by one thread, as Flink's planner demands.
 */
final class JobPlanner {
    private static final String DEFAULT_CATALOG = "default_catalog";
    private static final String DEFAULT_DATABASE = "default_database";

    private final PlanningInput project;
    private final Optional<Instant> now;
    private final RealTables real;
    private final TestTables tables;
    private final Map<String, TestCatalog> catalogs = new HashMap<>();
    private final List<ModifyOperation> inserts = new ArrayList<>();
    private Statement last;
    private final StreamExecutionEnvironment execution;
    private final StreamTableEnvironment environment;

    JobPlanner(TestedProject.Rendered rendered, Optional<Instant> now, Schedule.Mode mode) {
        Map<String, String> settings = rendered.flinkSettings();
        this.project = rendered.input();
        this.now = now;
        this.real = new RealTables(project.scratch());
        this.tables = new TestTables(real, mode);
        this.execution = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(settings));
        EnvironmentSettings.Builder builder = EnvironmentSettings.newInstance()
                .withBuiltInCatalogName("elt_unused")
                .withConfiguration(JobSettings.of(settings));
        this.environment = StreamTableEnvironment.create(
                execution,
                mode == Schedule.Mode.BATCH
                        ? builder.inBatchMode().build()
                        : builder.inStreamingMode().build());
    }

    PlannedJob plan(ScriptFile file) {
        createCatalogs();
        for (ScriptFile other : project.scripts()) {
            other.statements().forEach(this::define);
            environment.useCatalog(DEFAULT_CATALOG);
        }
        file.settings().forEach(this::set);
        file.statements().forEach(this::take);
        if (last == null) {
            throw Diagnostic.error(
                            ErrorCode.TEST_FILE_UNKNOWN, file.path() + " has no INSERT, so there is nothing to test")
                    .toException();
        }
        List<Transformation<?>> sinks = attempt(
                last, () -> ((TableEnvironmentImpl) environment).getPlanner().translate(inserts));
        Set<SourceTransformation<?, ?, ?>> sources = sources(sinks);
        StreamGraph graph = execution.generateStreamGraph(sinks);
        graph.setJobName(file.job());
        JobGraph job = graph.getJobGraph(getClass().getClassLoader(), new JobID());
        return new PlannedJob(job, sources.size(), tables.inputs(), tables.outputs());
    }

    private static Set<SourceTransformation<?, ?, ?>> sources(List<Transformation<?>> sinks) {
        Set<SourceTransformation<?, ?, ?>> sources = new LinkedHashSet<>();
        for (Transformation<?> sink : sinks) {
            for (Transformation<?> each : sink.getTransitivePredecessors()) {
                if (each instanceof SourceTransformation<?, ?, ?> source
                        && (Source<?, ?, ?>) source.getSource() instanceof EventSource) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }

    private void createCatalogs() {
        catalog(DEFAULT_CATALOG);
        environment.useCatalog(DEFAULT_CATALOG);
        for (Statement statement : project.catalogs()) {
            if (parse(statement) instanceof CreateCatalogOperation create) {
                String name = create.getCatalogName();
                catalog(name);
                String type = create.getProperties().getOrDefault("type", "");
                if (type.equals("paimon")) {
                    real.addLake(name);
                }
                project.served().stream()
                        .filter(table -> table.catalogType().equals(type))
                        .forEach(table -> serve(name, table));
            }
        }
    }

    @SuppressWarnings("deprecation") // Its successor makes a catalog out of properties; these hold tables.
    private void catalog(String name) {
        TestCatalog catalog =
                new TestCatalog(name, name.equals(DEFAULT_CATALOG) ? DEFAULT_DATABASE : "default", tables);
        catalogs.put(name, catalog);
        environment.registerCatalog(name, catalog);
    }

    private void serve(String catalog, ServedTable served) {
        Schema.Builder schema = Schema.newBuilder();
        served.columns().forEach(column -> schema.column(column.name(), column.type()));
        if (!served.primaryKey().isEmpty()) {
            schema.primaryKey(served.primaryKey());
        }
        CatalogTable table = CatalogTable.newBuilder()
                .schema(schema.build())
                .options(Map.of("connector", "blackhole"))
                .build();
        ResolvedCatalogTable resolved =
                ((TableEnvironmentInternal) environment).getCatalogManager().resolveCatalogTable(table);
        put(ObjectIdentifier.of(catalog, served.database(), served.table()), resolved);
    }

    /** What outlives a file is there for all of them. */
    private void define(Statement statement) {
        switch (statement.kind()) {
            case CREATE_TABLE, USE, CREATE_DATABASE -> take(statement);
            default -> {}
        }
    }

    private void take(Statement statement) {
        attempt(statement, () -> {
            execute(statement);
            return null;
        });
    }

    private <T> T attempt(Statement statement, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException | LinkageError e) {
            throw new EltException(
                    FlinkFault.read(statement, environment, e).stream()
                            .map(PlanningProblem::diagnostic)
                            .toList(),
                    e);
        }
    }

    private void execute(Statement statement) {
        switch (statement.kind()) {
            case SET -> {
                Setting setting = statement.setting().orElseThrow();
                set(setting.key().orElseThrow(), setting.value().orElseThrow());
            }
            case BEGIN_STATEMENT_SET, END -> {}
            case INSERT -> {
                last = statement;
                inserts.add(insert(statement));
            }
            default -> {
                Operation operation = parse(statement);
                if (operation instanceof CreateTableOperation create) {
                    put(create.getTableIdentifier(), (ResolvedCatalogTable) create.getCatalogTable());
                } else if (operation instanceof CreateDatabaseOperation create) {
                    createDatabase(create.getCatalogName(), create.getDatabaseName());
                } else {
                    environment.executeSql(statement.executableText());
                }
            }
        }
    }

    private ModifyOperation insert(Statement statement) {
        if (!(parse(statement) instanceof SinkModifyOperation insert)) {
            throw new IllegalArgumentException("expected an INSERT into a table");
        }
        return now.map(at -> new FixedClock(at, environment.getConfig().getLocalTimeZone(), statement).in(insert))
                .orElse(insert);
    }

    private void set(String key, String value) {
        if (JobSettings.isForTests(key)) {
            environment.getConfig().set(key, value);
        }
    }

    private void put(ObjectIdentifier name, ResolvedCatalogTable table) {
        TestCatalog catalog = catalogs.get(name.getCatalogName());
        createDatabase(name.getCatalogName(), name.getDatabaseName());
        try {
            catalog.createTable(name.toObjectPath(), table, true);
        } catch (Exception e) {
            throw new IllegalStateException("a catalog in memory takes every table", e);
        }
    }

    private void createDatabase(String catalog, String database) {
        try {
            catalogs.get(catalog).createDatabase(database, new CatalogDatabaseImpl(Map.of(), ""), true);
        } catch (Exception e) {
            throw new IllegalStateException("a catalog in memory takes every database", e);
        }
    }

    private Operation parse(Statement statement) {
        return ((TableEnvironmentInternal) environment)
                .getParser()
                .parse(statement.executableText())
                .get(0);
    }
}
