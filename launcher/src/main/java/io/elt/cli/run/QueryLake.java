package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import io.elt.plan.FlinkFault;
import io.elt.plan.PlanningProblem;
import io.elt.runner.s3.S3Settings;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import io.elt.serving.JdbcDrivers;
import io.elt.storage.ObjectStore;
import io.elt.submit.RootCause;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A bounded query over the tables of the lake, by a Flink of its own inside this process, so that it disturbs nobody. */
final class QueryLake {
    private static final String PAIMON = "paimon";
    private static final List<String> ONE_TEXT = List.of("result");

    private final TableEnvironment environment;
    private final Redactor redactor;

    /**
     * @param settings what the target gives to its jobs: it may say how to reach the files of the lake
     */
    QueryLake(Map<String, String> settings, Redactor redactor) {
        S3Settings.of(settings).useInProcess();
        Configuration configuration = Configuration.fromMap(settings);
        configuration.setString("execution.target", "local");
        configuration.setString("execution.attached", "true");
        configuration.setString("rest.bind-port", "0");
        configuration.setString("high-availability.type", "NONE");
        configuration.setString("pipeline.name", "elt query");
        this.environment = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inBatchMode()
                .withConfiguration(configuration)
                .build());
        this.redactor = redactor;
    }

    void ask(Statement query, List<Statement> catalogs, QueryReader reader) {
        useCatalogs(query, catalogs);
        TableResult answer = execute(query);
        List<String> columns = answer.getResolvedSchema().getColumnNames();
        boolean data = query.kind() == StatementKind.SELECT;
        QueryReader.Kind kind = !data && columns.equals(ONE_TEXT) ? QueryReader.Kind.TEXT : QueryReader.Kind.ROWS;
        try (CloseableIterator<Row> rows = answer.collect()) {
            List<LogicalType> types = answer.getResolvedSchema().getColumnDataTypes().stream()
                    .map(DataType::getLogicalType)
                    .toList();
            reader.read(columns, cells(rows, types, data), kind);
        } catch (EltException e) {
            throw e;
        } catch (Exception e) {
            throw Diagnostic.error(ErrorCode.JOB_FAILED, "the query failed: " + RootCause.of(e))
                    .at(query.origin())
                    .toException(e);
        }
    }

    /** All lakes, and of the other catalogs those that the query mentions: to open one may mean to connect to a server. */
    private void useCatalogs(Statement query, List<Statement> catalogs) {
        List<String> lakes = new ArrayList<>();
        for (Statement statement : catalogs) {
            try {
                Operation operation = ((TableEnvironmentInternal) environment)
                        .getParser()
                        .parse(statement.executableText())
                        .get(0);
                if (!(operation instanceof CreateCatalogOperation catalog)) {
                    continue;
                }
                boolean lake = PAIMON.equals(catalog.getProperties().get("type"));
                if (lake) {
                    ObjectStore.ofCatalog(catalog.getCatalogName(), catalog.getProperties())
                            .ifPresent(ObjectStore::requireReachable);
                }
                if (lake || query.executableText().contains(catalog.getCatalogName())) {
                    JdbcDrivers.load();
                    environment.executeSql(statement.executableText());
                }
                if (lake) {
                    lakes.add(catalog.getCatalogName());
                }
            } catch (EltException e) {
                throw e;
            } catch (RuntimeException e) {
                throw Diagnostic.error(ErrorCode.CATALOG_FAILED, "the catalog cannot be opened: " + RootCause.of(e))
                        .at(statement.origin())
                        .toException(e);
            }
        }
        if (lakes.size() == 1) {
            environment.useCatalog(lakes.get(0));
        }
    }

    private TableResult execute(Statement query) {
        try {
            return environment.executeSql(query.executableText());
        } catch (RuntimeException | LinkageError e) {
            throw new EltException(
                    FlinkFault.read(query, environment, e).stream()
                            .map(PlanningProblem::diagnostic)
                            .toList(),
                    e);
        }
    }

    /** What SHOW and EXPLAIN tell may repeat the options of a catalog or a table, and so their passwords. */
    private Iterator<List<Object>> cells(Iterator<Row> rows, List<LogicalType> types, boolean data) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                List<Object> cells = QueryCells.of(rows.next(), types);
                if (!data) {
                    cells.replaceAll(cell -> cell instanceof String text ? redactor.redact(text) : cell);
                }
                return cells;
            }
        };
    }
}
