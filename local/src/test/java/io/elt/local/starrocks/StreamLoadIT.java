package io.elt.local.starrocks;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Stream Load as its documentation describes it. */
final class StreamLoadIT {
    @TempDir
    private Path directory;

    private Server server;
    private StreamLoad loads;

    @BeforeEach
    void start() throws Exception {
        server = Server.start(directory);
        loads = new StreamLoad(server.httpPort());
        server.run(
                "CREATE DATABASE ads",
                "CREATE TABLE ads.pk (id INT NOT NULL, name VARCHAR(5), n DECIMAL(5, 2) DEFAULT '1.25')"
                        + " PRIMARY KEY (id)",
                "CREATE TABLE ads.log (day DATE NOT NULL, at DATETIME, b BOOLEAN, j JSON, t TINYINT, l BIGINT)"
                        + " DUPLICATE KEY (day)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void restart() throws Exception {
        server.close();
        start0();
    }

    private void start0() throws Exception {
        server = Server.start(directory);
        loads = new StreamLoad(server.httpPort());
    }

    @Test
    void nothingIsVisibleBeforeTheCommitAndEverythingAfterIt() throws Exception {
        assertThat(loads.state("l1")).isEqualTo("UNKNOWN");
        assertThat(loads.step("begin", "l1", "pk")).isEqualTo("OK");
        assertThat(loads.state("l1")).isEqualTo("PREPARE");
        JsonNode loaded = loads.load("l1", "pk", "[{\"id\": 1, \"name\": \"a\"}, {\"id\": 2, \"n\": 3.456}]");
        assertThat(loaded.get("Status").asText()).isEqualTo("OK");
        assertThat(loaded.get("NumberLoadedRows").asInt()).isEqualTo(2);
        loads.load("l1", "pk", "[{\"id\": 1, \"name\": \"b\", \"n\": null}]");
        assertThat(loads.step("prepare", "l1", "pk")).isEqualTo("OK");
        assertThat(loads.state("l1")).isEqualTo("PREPARED");
        assertThat(server.rows("SELECT * FROM ads.pk")).isEmpty();
        assertThat(loads.step("commit", "l1", "pk")).isEqualTo("OK");
        assertThat(loads.state("l1")).isEqualTo("VISIBLE");
        assertThat(server.rows("SELECT * FROM ads.pk ORDER BY id")).containsExactly("1|b|null", "2|null|3.46");
    }

    @Test
    void aRepeatedCommitChangesNothing() throws Exception {
        loads.step("begin", "l1", "log");
        loads.load("l1", "log", "[{\"day\": \"2020-01-01\"}]");
        assertThat(loads.step("commit", "l1", "log")).isEqualTo("OK");
        JsonNode again = loads.reply("commit", "l1", "log");
        assertThat(again.get("Status").asText()).isEqualTo("OK");
        assertThat(again.get("Message").asText()).contains("has already been VISIBLE");
        restart();
        assertThat(loads.step("commit", "l1", "log")).isEqualTo("OK");
        assertThat(loads.state("l1")).isEqualTo("VISIBLE");
        assertThat(server.value("SELECT COUNT(*) FROM ads.log")).isEqualTo("1");
    }

    @Test
    void aPreparedLoadSurvivesARestartAndAnUnpreparedOneDoesNot() throws Exception {
        for (String label : List.of("ready", "unready", "empty")) {
            loads.step("begin", label, "pk");
        }
        loads.load("ready", "pk", "[{\"id\": 1}]");
        loads.load("unready", "pk", "[{\"id\": 2}]");
        loads.step("prepare", "ready", "pk");
        loads.step("prepare", "empty", "pk");
        restart();
        assertThat(loads.state("ready")).isEqualTo("PREPARED");
        assertThat(loads.state("unready")).isEqualTo("UNKNOWN");
        assertThat(loads.step("commit", "unready", "pk")).isEqualTo("TXN_NOT_EXISTS");
        assertThat(loads.step("commit", "ready", "pk")).isEqualTo("OK");
        assertThat(loads.step("commit", "empty", "pk")).isEqualTo("OK");
        assertThat(server.rows("SELECT id FROM ads.pk")).containsExactly("1");
        assertThat(loads.step("begin", "unready", "pk")).isEqualTo("OK");
    }

    @Test
    void aLabelIsUsedOnce() throws Exception {
        loads.step("begin", "l1", "pk");
        JsonNode running = loads.reply("begin", "l1", "pk");
        assertThat(running.get("Status").asText()).isEqualTo("LABEL_ALREADY_EXISTS");
        assertThat(running.get("ExistingJobStatus").asText()).isEqualTo("RUNNING");
        loads.step("commit", "l1", "pk");
        assertThat(loads.reply("begin", "l1", "pk").get("ExistingJobStatus").asText())
                .isEqualTo("FINISHED");
        JsonNode once = loads.once("pk", Map.of("format", "json", "label", "l1"), "{\"id\": 1}");
        assertThat(once.get("Status").asText()).isEqualTo("Label Already Exists");
        assertThat(once.get("ExistingJobStatus").asText()).isEqualTo("FINISHED");
    }

    @Test
    void aRolledBackLoadLeavesNothingAndFreesItsLabel() throws Exception {
        loads.step("begin", "l1", "pk");
        loads.load("l1", "pk", "[{\"id\": 1}]");
        loads.step("prepare", "l1", "pk");
        assertThat(loads.step("rollback", "l1", "pk")).isEqualTo("OK");
        assertThat(loads.state("l1")).isEqualTo("ABORTED");
        assertThat(loads.step("commit", "l1", "pk")).isEqualTo("Fail");
        assertThat(loads.step("rollback", "never", "pk")).isEqualTo("TXN_NOT_EXISTS");
        assertThat(loads.step("begin", "l1", "pk")).isEqualTo("OK");
        assertThat(loads.step("commit", "l1", "pk")).isEqualTo("OK");
        assertThat(loads.step("rollback", "l1", "pk")).isEqualTo("Fail");
        assertThat(server.rows("SELECT * FROM ads.pk")).isEmpty();
    }

    @Test
    void upsertsAndDeletesCountInTheirOrder() throws Exception {
        loads.once("pk", "[{\"id\": 1, \"name\": \"a\"}, {\"id\": 2, \"name\": \"b\"}, {\"id\": 3, \"name\": \"c\"}]");
        JsonNode reply = loads.once(
                "pk",
                "[{\"id\": 1, \"__op\": 1}, {\"id\": 2, \"name\": \"x\", \"__op\": 0}, {\"id\": 3, \"__op\": 1},"
                        + " {\"id\": 3, \"name\": \"y\", \"__op\": 0}, {\"id\": 4, \"__op\": 0}, {\"id\": 4, \"__op\": 1}]");
        assertThat(reply.get("Status").asText()).isEqualTo("Success");
        assertThat(server.rows("SELECT id, name FROM ads.pk ORDER BY id")).containsExactly("2|x", "3|y");
    }

    @Test
    void readsEveryKindOfJsonValue() throws Exception {
        loads.once(
                "log",
                "[{\"day\": \"2020-02-29\", \"at\": \"2020-02-29T10:00\", \"b\": true, \"j\": {\"a\": [1, \"x\"]}, \"t\": -5,"
                        + " \"l\": \"12\", \"unknown\": {\"x\": 1}}, {\"day\": \"2020-03-01 10:11:12\", \"at\":"
                        + " \"2020-03-01T10:11:12.123456789\", \"b\": 0, \"j\": \"text\", \"t\": 5.0, \"l\": null}]");
        assertThat(server.rows("SELECT * FROM ads.log ORDER BY day"))
                .containsExactly(
                        "2020-02-29|2020-02-29 10:00:00|1|{\"a\":[1,\"x\"]}|-5|12",
                        "2020-03-01|2020-03-01 10:11:12.123456|0|\"text\"|5|null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pk  | {'id': 1, 'name': 'toolong'}          | column='name', capacity=5, length=7",
                "pk  | {'id': 1, 'name': 'éáí'}              | column='name', capacity=5, length=6",
                "pk  | {'id': null}                          | NULL value in non-nullable column 'id'",
                "pk  | {'name': 'a'}                         | NULL value in non-nullable column 'id'",
                "pk  | {'id': 'x'}                           | Value 'x' cannot be read as int(11), the type of 'id'",
                "pk  | {'id': 5.5}                           | Value '5.5' cannot be read as int(11)",
                "pk  | {'id': 2147483648}                    | Value '2147483648' is out of range",
                "pk  | {'id': 1, 'n': 1000}                  | Value '1000' is out of range. The type of 'n' is decimal(5, 2)",
                "pk  | {'id': 1, 'n': 1e999999999}           | is out of range",
                "pk  | {'id': 1, '__op': 2}                  | __op is '2'",
                "pk  | 5                                     | a row is a JSON object",
                "log | {'day': '2020-02-30'}                 | Value '2020-02-30' cannot be read as date",
                "log | {'day': '2020-01-01', 'at': 'soon'}   | Value 'soon' cannot be read as datetime",
                "log | {'day': '2020-01-01', 'b': 'perhaps'} | Value 'perhaps' cannot be read as boolean",
                "log | {'day': '2020-01-01', 't': 128}       | Value '128' is out of range"
            })
    void aRowThatDoesNotFitFailsTheLoadWithTheReason(String table, String row, String reason) throws Exception {
        JsonNode reply = loads.once(table, "[" + row.replace('\'', '"') + "]");
        assertThat(reply.get("Status").asText()).isEqualTo("Fail");
        assertThat(reply.get("NumberFilteredRows").asInt()).isEqualTo(1);
        assertThat(reply.get("Message").asText())
                .startsWith("too many filtered rows")
                .contains(reason);
        assertThat(server.value("SELECT COUNT(*) FROM ads." + table)).isEqualTo("0");
    }

    @Test
    void someBadRowsAreLeftOutWhenTheLoadAllowsIt() throws Exception {
        JsonNode reply = loads.once(
                "pk",
                Map.of("format", "json", "strip_outer_array", "true", "max_filter_ratio", "0.5"),
                "[{\"id\": 1}, {\"id\": \"x\"}]");
        assertThat(reply.get("Status").asText()).isEqualTo("Success");
        assertThat(reply.get("NumberFilteredRows").asInt()).isEqualTo(1);
        assertThat(server.rows("SELECT id FROM ads.pk")).containsExactly("1");
    }

    @Test
    void aFailedLoadTakesItsTransactionWithIt() throws Exception {
        loads.step("begin", "l1", "pk");
        loads.load("l1", "pk", "[{\"id\": 1}]");
        assertThat(loads.load("l1", "pk", "[{\"id\": 2}, {\"id\":")
                        .get("Status")
                        .asText())
                .isEqualTo("Fail");
        assertThat(loads.state("l1")).isEqualTo("ABORTED");
        assertThat(loads.step("commit", "l1", "pk")).isEqualTo("Fail");
        assertThat(server.rows("SELECT * FROM ads.pk")).isEmpty();
    }

    @Test
    void readsCsv() throws Exception {
        JsonNode reply = loads.once("pk", Map.of("columns", "id, name, __op"), "1\ta\t0\n2\t\\N\t0\n1\tx\t1\n");
        assertThat(reply.get("Status").asText()).isEqualTo("Success");
        loads.once("pk", Map.of("column_separator", ",", "row_delimiter", "\\x0d\\x0a"), "3,c,9.5\r\n4,d,\\N");
        assertThat(server.rows("SELECT * FROM ads.pk ORDER BY id"))
                .containsExactly("2|null|1.25", "3|c|9.50", "4|d|null");
        assertThat(loads.once("pk", Map.of(), "1\t2\n").get("Message").asText())
                .contains("Value count does not match column count. Expect 3, but got 2");
    }

    @ParameterizedTest
    @CsvSource({
        "compression, lz4_frame, compressed loads",
        "partial_update, true, partial updates",
        "columns, 'id, name = upper(x)', expressions in the header columns",
        "columns, 'id, nothing', unknown column 'nothing'",
        "format, avro, the format avro",
        "jsonpaths, '[\"$.a\"]', jsonpaths",
        "where, id > 1, filters",
    })
    void whatItDoesNotDoIsSaid(String header, String value, String message) throws Exception {
        JsonNode reply = loads.once("pk", Map.of(header, value), "1\ta\t1\n");
        assertThat(reply.get("Status").asText()).isEqualTo("Fail");
        assertThat(reply.get("Message").asText()).contains(message);
    }

    @Test
    void unknownTablesPathsAndPasswordsAreRefused() throws Exception {
        assertThat(loads.reply("begin", "l1", "nope").get("Message").asText()).contains("Unknown table 'ads.nope'");
        assertThat(loads.send("GET", "/api/ads/pk/_query_plan", Map.of(), "").statusCode())
                .isEqualTo(404);
        assertThat(new StreamLoad(server.httpPort(), "wrong")
                        .send("POST", "/api/transaction/begin", Map.of(), "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(loads.send("PUT", "/api/ads/pk/_stream_load", Map.of("format", "json"), "[]")
                        .body())
                .contains("strip_outer_array");
    }

    /** The connector probes so whether there are transactions; it falls back when they are "Not implemented". */
    @Test
    void answersTheProbeOfTheConnector() throws Exception {
        assertThat(loads.send("POST", "/api/transaction/begin", Map.of(), "").body())
                .contains("\"Status\" : \"Fail\"")
                .doesNotContain("Not implemented");
    }

    @Test
    void loadsOfManyTasksAtOnceLoseNothing() throws Exception {
        ExecutorService tasks = Executors.newFixedThreadPool(8);
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int id = i;
            work.add(() -> {
                String label = "many-" + id;
                loads.step("begin", label, id % 2 == 0 ? "pk" : "log");
                loads.load(
                        label,
                        id % 2 == 0 ? "pk" : "log",
                        id % 2 == 0
                                ? "[{\"id\": " + id + "}, {\"id\": 1000, \"name\": \"" + id + "\"}]"
                                : "[{\"day\": \"2020-01-01\", \"l\": " + id + "}]");
                loads.step("prepare", label, "pk");
                return loads.step("commit", label, "pk");
            });
        }
        for (Future<String> done : tasks.invokeAll(work)) {
            assertThat(done.get()).isEqualTo("OK");
        }
        tasks.shutdown();
        assertThat(server.value("SELECT COUNT(*), COUNT(DISTINCT id) FROM ads.pk"))
                .isEqualTo("21|21");
        assertThat(server.value("SELECT COUNT(*), SUM(l) FROM ads.log")).isEqualTo("20|400");
    }
}
