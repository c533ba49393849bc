package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.mariadb.MariaDb;
import io.elt.mariadb.MysqlPage;
import io.elt.plan.TableName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The life of a job that reads a table of a database by its binlog: what it copies, what it follows, what stops it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MysqlCdcIT {
    private static final TableName CLIENT = new TableName("lake", "ods", "client");
    private static final int ROWS = 500;

    /** Each seventh of them. */
    private static final int CHANGED = 71;

    @TempDir
    private static Path folder;

    private static MariaDb server;
    private static ProjectCopy project;
    private static EltProcess elt;

    @BeforeAll
    static void start() throws Exception {
        MysqlPage page = MysqlPage.read();
        server = page.start(folder.resolve("mariadb"));
        server.execute("CREATE TABLE client (client_id BIGINT PRIMARY KEY, name VARCHAR(40), born DATE)");
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < ROWS; id++) {
            rows.add("(" + id + ", 'client " + id + "', '1970-01-02')");
        }
        server.execute("INSERT INTO client VALUES " + String.join(", ", rows));
        project = new ProjectCopy(folder.resolve("project"));
        Files.createDirectories(project.folder());
        project.write("elt.yaml", declaration())
                .write(
                        "catalogs/lake.sql",
                        """
                CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');
                """)
                .write("macros/lake.sql", Files.readString(Path.of("../macros/lake.sql")));
        project.write(
                "sql/ods_client.sql",
                """
                CREATE DATABASE IF NOT EXISTS lake.ods;
                CREATE TABLE IF NOT EXISTS lake.ods.client (
                    client_id BIGINT NOT NULL, name STRING, born DATE, PRIMARY KEY (client_id) NOT ENFORCED
                ) WITH ({{ history('lookup') }});
                CREATE TEMPORARY TABLE client_change (
                    client_id BIGINT NOT NULL, name STRING, born DATE, {{ guarded_columns('client', 'client_id') }}
                ) WITH ({{ source('client') }});
                {{ ingest(source='client', table='lake.ods.client', events='client_change',
                          columns=['client_id', 'name', 'born']) }}
                """);
    }

    private static String declaration() {
        return """
                name: small
                vars: {history: 1 d, consumer_expiry: 1 d, buckets: 1}
                sources:
                  client:
                    connector: mysql-cdc
                    hostname: 127.0.0.1
                    port: %d
                    username: %s
                    password: "{{ env_var('CORE_DB_PASSWORD') }}"
                    database-name: bank
                    table-name: client
                    server-id: 5500-5509
                    server-time-zone: UTC
                    heartbeat.interval: 1 s
                    debezium.connect.keep.alive.interval.ms: 1000
                    debezium.poll.interval.ms: 50
                    scan.incremental.snapshot.chunk.size: 50
                    jdbc.properties.useSSL: false
                targets:
                  local:
                    run-on: embedded
                    flink: {execution.checkpointing.interval: 500 ms, state.backend.type: hashmap}
                """
                .formatted(server.port(), MariaDb.USER);
    }

    @AfterAll
    static void stop() throws Exception {
        if (elt != null) {
            elt.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static Outcome once(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--once"));
        arguments.addAll(List.of(more));
        return project.elt(MysqlPage.environment(), arguments.toArray(String[]::new));
    }

    private static void startElt() throws IOException {
        elt = EltProcess.start(project, MysqlPage.environment(), "run");
    }

    private static String inTheLake() {
        return LakeRows.of(project).read(CLIENT, "client_id", "name").stream()
                .sorted(Comparator.comparing(row -> Long.valueOf(row.get(0))))
                .toList()
                .toString();
    }

    private static boolean isSeenInTheLake() {
        return LakeRows.of(project).lake().exists(CLIENT) && !inTheLake().equals("[]");
    }

    private static String inTheDatabase() throws SQLException {
        return server.query("SELECT client_id, name FROM client ORDER BY client_id");
    }

    private static void awaitTheSame() throws SQLException {
        String expected = inTheDatabase();
        elt.await(() -> {
            assertThat(LakeRows.of(project).lake().exists(CLIENT)).isTrue();
            assertThat(inTheLake()).isEqualTo(expected);
        });
    }

    @Test
    @Order(1)
    void aTableThatChangesIsCopiedInChunks() throws Exception {
        startElt();
        elt.await(() -> assertThat(elt.log()).contains("START ods_client"));
        for (int change = 0; change < CHANGED || !isSeenInTheLake(); change++) {
            int id = 7 * (change % CHANGED);
            server.execute(
                    "UPDATE client SET name = CONCAT('client ', client_id, ' moved') WHERE client_id = " + id,
                    "DELETE FROM client WHERE client_id = " + (id + 1),
                    "REPLACE INTO client VALUES (" + (ROWS + id) + ", 'new " + change + "', NULL)");
        }
        awaitTheSame();
    }

    @Test
    @Order(2)
    void updatesDeletesAndNewKeysAreFollowed() throws SQLException {
        server.execute(
                "UPDATE client SET name = 'Jana' WHERE client_id = 7",
                "DELETE FROM client WHERE client_id = 14",
                "UPDATE client SET client_id = 9021 WHERE client_id = 21",
                "INSERT INTO client VALUES (9022, 'Petr', '1980-02-29'), (9023, NULL, NULL)");

        awaitTheSame();

        assertThat(inTheLake()).contains("[9021, client 21 moved]").doesNotContain("[21, ", "[14, ");
    }

    @Test
    @Order(3)
    void aColumnThatIsAddedDisturbsNobody() throws SQLException {
        server.execute(
                "ALTER TABLE client ADD COLUMN phone VARCHAR(20)",
                "INSERT INTO client VALUES (9031, 'Eva', '1990-01-01', '123')",
                "UPDATE client SET phone = '456', name = 'Adam' WHERE client_id = 9022");

        awaitTheSame();
    }

    @Test
    @Order(4)
    void theJobOutlivesARestartOfTheServer() throws Exception {
        server.restart();
        server.execute("INSERT INTO client VALUES (9041, 'after the restart', NULL, NULL)");

        awaitTheSame();
    }

    @Test
    @Order(5)
    void itGoesOnFromItsSavepointAndKnowsWhenItHasReadAll() throws Exception {
        assertThat(elt.interrupt()).as(elt::log).isZero();
        server.execute(
                "UPDATE client SET name = 'while it stood' WHERE client_id = 9041",
                "DELETE FROM client WHERE client_id = 9031",
                "CREATE TABLE other (id INT)",
                "INSERT INTO other VALUES (1)");

        Outcome next = once();

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(inTheLake()).as(next.err()).isEqualTo(inTheDatabase());
        Outcome again = once("--output", "json");
        assertThat(again.rows()).as(again.err()).allSatisfy(row -> assertThat(row)
                .containsEntry("gained", "0"));
    }

    @Test
    @Order(6)
    void aColumnThatIsDroppedEndsTheRun() throws Exception {
        startElt();
        elt.await(() -> assertThat(elt.log()).containsPattern("ods_client\\W+running"));

        server.execute("ALTER TABLE client DROP COLUMN name");

        assertThat(elt.awaitEnd()).as(elt::log).isEqualTo(1);
        assertThat(elt.log()).contains("ELT7061", "table bank.client", "has no column name", "client_change");
        Outcome next = once();
        assertThat(next.exitCode()).isEqualTo(1);
        assertThat(next.err()).contains("sql/ods_client.sql", "ELT7061", "has no column name");
        server.execute("ALTER TABLE client ADD COLUMN name VARCHAR(40) AFTER client_id");
    }

    @Test
    @Order(7)
    void aServerThatDoesNotWriteRowsIsToldWithTheSetting() throws SQLException {
        server.execute("SET GLOBAL binlog_format = 'MIXED'");

        Outcome outcome = once();

        server.execute("SET GLOBAL binlog_format = 'ROW'");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("ELT7060", "binlog_format = MIXED", "set binlog_format = ROW")
                .doesNotContain("\tat ", MariaDb.PASSWORD);
    }

    @Test
    @Order(8)
    void aBinlogThatIsGoneIsToldWithTheNextStep() throws SQLException {
        server.execute("DELETE FROM client WHERE client_id > 9000", "FLUSH BINARY LOGS");
        server.execute("INSERT INTO client (client_id, name) VALUES (9051, 'after the purge')", "FLUSH BINARY LOGS");
        String last = server.query("SHOW MASTER STATUS").replaceFirst("^\\[\\[([^,]+),.*", "$1");
        server.execute("PURGE BINARY LOGS TO '" + last + "'");

        Outcome outcome = once();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "sql/ods_client.sql",
                        "ELT7062",
                        "bank.client",
                        "keeps its binlog from mysql-bin.",
                        "elt run --fresh")
                .doesNotContain("\tat ");

        Outcome fresh = once("--fresh");
        assertThat(fresh.exitCode()).as(fresh.err()).isZero();
        assertThat(inTheLake()).contains("[9051, after the purge]");
    }

    @Test
    @Order(9)
    void aServerThatIsAwayIsTold() throws Exception {
        server.close();

        Outcome outcome = once();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("ELT7006", "MySQL at 127.0.0.1:" + server.port());
        server = null;
    }
}
