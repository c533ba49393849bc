package io.elt.udf.guarded;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A table over files, read by a running job: this connector passes on no format metadata, so the error is a column. */
class FileTableIT {

    @TempDir
    Path folder;

    private StreamTableEnvironment tables;

    @BeforeEach
    void createEnvironment() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        tables = StreamTableEnvironment.create(environment);
    }

    @Test
    void everyLineIsARow() throws Exception {
        write(
                "{\"id\": 1, \"amount\": 1.50}",
                "{\"id\": 2, \"amount\": 1.505}",
                "",
                "{\"id\": 3}",
                "{\"id\": 4, \"amo");
        createTable("'guarded.format' = 'json'");

        assertThat(query("SELECT id, amount, _error, CAST(_raw AS STRING) FROM t"))
                .containsExactlyInAnyOrder(
                        "+I[1, 1.50, null, null]",
                        "+I[0, null, amount: number 1.505 has more digits than DECIMAL(10, 2) keeps, {\"id\": 2, \"amount\": 1.505}]",
                        "+I[0, null, empty record, ]",
                        "+I[3, null, null, null]",
                        "+I[0, null, truncated: unexpected end of input at byte 14, {\"id\": 4, \"amo]");
    }

    @Test
    void recordIsBadWhateverColumnsAQueryReads() throws Exception {
        write("{\"id\": 1, \"amount\": \"x\"}", "{\"id\": 2}");
        createTable("'guarded.format' = 'json'");

        assertThat(query("SELECT id FROM t WHERE _error IS NULL")).containsExactly("+I[2]");
        assertThat(query("SELECT COUNT(*) FROM t WHERE _error IS NOT NULL"))
                .last()
                .isEqualTo("+I[1]");
    }

    @Test
    void changesAreChanges() throws Exception {
        write(
                "{\"before\": null, \"after\": {\"id\": 1, \"amount\": 1}, \"op\": \"c\"}",
                "{\"before\": {\"id\": 1, \"amount\": 1}, \"after\": {\"id\": 1, \"amount\": 2}, \"op\": \"u\"}",
                "{\"before\": null, \"after\": {\"id\": 2, \"amount\": 1e9}, \"op\": \"c\"}");
        createTable("'guarded.format' = 'debezium-json', 'guarded.debezium-json.schema-include' = 'false'");

        assertThat(query("SELECT id, amount FROM t WHERE _error IS NULL"))
                .containsExactly("+I[1, 1.00]", "-U[1, 1.00]", "+U[1, 2.00]");
    }

    @Test
    void goodAndBadGoTheirWaysInOneJob() throws Exception {
        write("{\"id\": 1}", "{\"id\": 1.5}");
        createTable("'guarded.format' = 'json'");
        createSink("good", "id BIGINT");
        createSink("quarantine", "error STRING");
        StatementSet statements = tables.createStatementSet();
        statements.addInsertSql("INSERT INTO good SELECT id FROM t WHERE _error IS NULL");
        statements.addInsertSql("INSERT INTO quarantine SELECT _error FROM t WHERE _error IS NOT NULL");

        // The connector takes filters over (and ignores them), which would split the scan in two.
        tables.getConfig().set("table.optimizer.source.predicate-pushdown-enabled", "false");
        assertThat(statements.explain(ExplainDetail.JSON_EXECUTION_PLAN)).containsOnlyOnce("\"Data Source\"");
        statements.execute().await();

        assertThat(lines("good")).containsExactly("{\"id\":1}");
        assertThat(lines("quarantine")).containsExactly("{\"error\":\"id: expected BIGINT, got number 1.5\"}");
    }

    /** A code that SQL does not know and a date that does not exist: the record decodes, and is still kept as it came. */
    @Test
    void goodRowThatSqlRefusesGoesToQuarantineAsItCame() throws Exception {
        write(
                "{\"id\": 1, \"code\": \"A\", \"day\": \"930101\"}",
                "{ \"id\": 2, \"code\": \"?\", \"day\": \"930101\" }",
                "{\"id\": 3, \"code\": \"A\", \"day\": \"930230\"}",
                "{\"id\": 4.5}");
        tables.getConfig().set("pipeline.object-reuse", "true");
        tables.executeSql("CREATE FUNCTION bank_date AS 'io.elt.udf.function.BankDate'");
        tables.executeSql("CREATE TABLE t (id BIGINT NOT NULL, code STRING, `day` STRING, _error STRING, _raw BYTES)"
                + " WITH ('connector' = 'filesystem', 'path' = '" + source() + "', 'format' = 'guarded',"
                + " 'guarded.format' = 'json', 'guarded.raw' = 'always',"
                + " 'guarded.error-column' = '_error', 'guarded.raw-column' = '_raw')");

        assertThat(query("SELECT CAST(_raw AS STRING), COALESCE(_error, 'refused') FROM t"
                        + " WHERE _error IS NOT NULL OR code <> 'A' OR bank_date(`day`) IS NULL"))
                .containsExactly(
                        "+I[{ \"id\": 2, \"code\": \"?\", \"day\": \"930101\" }, refused]",
                        "+I[{\"id\": 3, \"code\": \"A\", \"day\": \"930230\"}, refused]",
                        "+I[{\"id\": 4.5}, id: expected BIGINT, got number 4.5]");
    }

    @Test
    void tableWithoutErrorColumnIsRefused() throws IOException {
        write("{\"id\": 1}");
        tables.executeSql("CREATE TABLE t (id BIGINT) WITH ('connector' = 'filesystem', 'path' = '" + source()
                + "', 'format' = 'guarded', 'guarded.format' = 'json')");

        assertThatThrownBy(() -> tables.explainSql("SELECT * FROM t"))
                .hasStackTraceContaining("'guarded.error-column' = '_error'");
    }

    @Test
    void unknownOptionIsRefusedThoughTheConnectorDoesNotLook() throws IOException {
        write("{\"id\": 1}");
        createTable("'guarded.format' = 'json', 'guarded.json.timestamp-format' = 'SQL'");

        assertThatThrownBy(() -> tables.explainSql("SELECT * FROM t"))
                .isInstanceOf(ValidationException.class)
                .hasStackTraceContaining("guarded.json.timestamp-format\n");
    }

    @Test
    void formatReadsOnly() {
        createTable("'guarded.format' = 'json'");

        assertThatThrownBy(() -> tables.explainSql("INSERT INTO t VALUES (1, 1, '', X'')"))
                .isInstanceOfAny(ValidationException.class, TableException.class);
    }

    private String source() {
        return folder.resolve("source").toUri().toString();
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("source"));
        Files.write(folder.resolve("source/records.txt"), List.of(lines));
    }

    private void createTable(String options) {
        tables.executeSql("CREATE TABLE t (id BIGINT NOT NULL, amount DECIMAL(10, 2), _error STRING, _raw BYTES)"
                + " WITH ('connector' = 'filesystem', 'path' = '" + source() + "', 'format' = 'guarded',"
                + " 'guarded.error-column' = '_error', 'guarded.raw-column' = '_raw', " + options + ")");
    }

    private void createSink(String name, String columns) {
        tables.executeSql("CREATE TABLE " + name + " (" + columns + ") WITH ('connector' = 'filesystem', 'path' = '"
                + folder.resolve(name).toUri() + "', 'format' = 'json')");
    }

    private List<String> lines(String sink) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(folder.resolve(sink))) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private List<String> query(String query) throws Exception {
        List<String> rows = new ArrayList<>();
        try (CloseableIterator<Row> result = tables.executeSql(query).collect()) {
            result.forEachRemaining(row -> rows.add(row.toString()));
        }
        return rows;
    }
}
