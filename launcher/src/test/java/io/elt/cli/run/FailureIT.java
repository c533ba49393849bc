package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.local.EmbeddedStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What can go wrong when jobs are to run: said in one message, with what to do, and an exit code. */
class FailureIT {
    @TempDir
    private Path folder;

    private ProjectCopy project;

    @BeforeEach
    void makeProject() {
        project = new ProjectCopy(folder)
                .write("elt.yaml", "name: small\ntargets: {default: local, local: {run-on: embedded}}\n")
                .write(
                        "catalogs/lake.sql",
                        """
                        CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');
                        """)
                .write(
                        "sql/ods_number.sql",
                        """
                        CREATE DATABASE IF NOT EXISTS lake.ods;

                        CREATE TABLE IF NOT EXISTS lake.ods.number (n INT);

                        CREATE TEMPORARY TABLE letters (word STRING)
                        WITH ('connector' = 'datagen', 'number-of-rows' = '5', 'fields.word.length' = '3');

                        INSERT INTO lake.ods.number SELECT CAST('x' || word AS INT) FROM letters;
                        """);
    }

    @Test
    void aJobThatFailsWhileItRunsIsToldWithItsFileAndItsRootCause() {
        Outcome outcome = project.elt("run", "--once");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("1 of 1 START ods_number ... [OK")
                .containsPattern("sql/ods_number.sql.*error\\[ELT6002].*job ods_number failed: NumberFormatException: ")
                .doesNotContain("\tat ", "Caused by", "--debug");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aJobThatWouldKeepDeletedRowsIsNotStarted() {
        project.write(
                "sql/dws_day.sql",
                """
                CREATE DATABASE IF NOT EXISTS lake.dws;
                CREATE TABLE IF NOT EXISTS lake.dws.branch_day
                    (n INT NOT NULL, day_count BIGINT NOT NULL, PRIMARY KEY (n) NOT ENFORCED) WITH ('bucket' = '1');
                CREATE TABLE IF NOT EXISTS lake.dws.last_day
                    (pk INT NOT NULL, n INT NOT NULL, PRIMARY KEY (pk) NOT ENFORCED) WITH ('bucket' = '1');
                CREATE TABLE IF NOT EXISTS lake.dws.booking
                    (id INT NOT NULL, n INT NOT NULL, PRIMARY KEY (id) NOT ENFORCED) WITH ('bucket' = '1');
                CREATE TEMPORARY VIEW counted AS
                    SELECT n, COUNT(*) AS day_count FROM lake.dws.booking GROUP BY n;
                INSERT INTO lake.dws.branch_day SELECT n, day_count FROM counted;
                INSERT INTO lake.dws.last_day
                SELECT 1, n FROM (SELECT n, ROW_NUMBER() OVER (ORDER BY n DESC) AS place FROM counted)
                WHERE place = 1;
                """);

        Outcome outcome = project.elt("run", "dws_day", "--once");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("sql/dws_day.sql:11:1: error[ELT5013]")
                .doesNotContain("START dws_day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "starrocks", "starrocks-http", "flink"})
    void aBusyPortIsToldWithTheFlagThatChangesIt(String part) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            Outcome outcome = project.elt("run", "--once", "--port-" + part, port);

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("ELT7001", "port " + port, "choose another port with --port-" + part + " (0 takes")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aSecondEltInTheSameFolderIsRefused() throws IOException {
        try (EmbeddedStack first = EmbeddedTarget.startStack(project.eltFolder(), new Ports(0, 0, 0, 0))) {
            Outcome second = project.elt("run", "--once");

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err())
                    .contains("ELT7007", "process " + first.endpoints().process(), "-C");
        }
    }

    @Test
    void aWarehouseThatCannotBeWrittenIsToldBeforeAnythingStarts() throws IOException {
        Files.createDirectories(project.eltFolder().path());
        Files.writeString(project.eltFolder().warehouse(), "not a folder");

        Outcome outcome = project.elt("run", "--once");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("ELT7002", project.eltFolder().warehouse().toString(), "a file of that name is in the way")
                .doesNotContain("START embedded stack");
    }

    @Test
    void aClusterNeedsAPlaceForTheStateOfItsJobs() {
        project.write("elt.yaml", session("http://127.0.0.1:1", ""));

        Outcome outcome = project.elt("run");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("ELT2104", "target prod does not say where its jobs keep their state", "add 'state: hdfs:");
    }

    @Test
    void aClusterThatDoesNotAnswerIsToldWithTheKeyToChange() {
        project.write("elt.yaml", session("http://127.0.0.1:1", "state: file:///tmp/state,"));

        for (String command : List.of("run", "status", "stop", "cancel")) {
            Outcome outcome = project.elt(command);

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("ELT7005", "http://127.0.0.1:1", "session.address")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void whatIsWrongWithTheSectionOfAClusterIsToldAtItsPlace() {
        project.write(
                "elt.yaml", session("jobmanager", "state: file:///tmp/state,").replace("lib:", "libs:"));

        Outcome outcome = project.elt("run");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .containsPattern("elt.yaml:4:.*ELT2106.*'address' of target prod, session must be an address like")
                .containsPattern("elt.yaml:4:.*ELT2102.*unknown key 'libs'")
                .contains("did you mean 'lib'?");
    }

    private String session(String address, String state) {
        return """
                name: small
                targets:
                  default: prod
                  prod: {run-on: session, session: {address: "%s", lib: installed}, %s vars: {warehouse: "%s"}}
                """
                .formatted(address, state, project.eltFolder().warehouse());
    }

    @Test
    void aTopicOfWhichNobodyKnowsWhatWasReadIsNotWaitedFor() {
        project.write(
                "sql/ods_event.sql",
                """
                CREATE DATABASE IF NOT EXISTS lake.ods;

                CREATE TABLE IF NOT EXISTS lake.ods.event (word STRING);

                CREATE TEMPORARY TABLE words (word STRING)
                WITH (
                  'connector' = 'kafka',
                  'topic' = 'words',
                  'properties.bootstrap.servers' = '{{ var('kafka') }}',
                  'scan.startup.mode' = 'earliest-offset',
                  'format' = 'json'
                );

                INSERT INTO lake.ods.event SELECT word FROM words;
                """);

        Outcome outcome = project.elt("run", "--once", "ods_event");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("ELT5008", "ods_event", "table words", "properties.group.id")
                .doesNotContain("START embedded stack", "\tat ");
    }

    @Test
    void aVariableThatIsMissingIsToldWithItsPlace() {
        project.write("sql/ods_number.sql", "INSERT INTO lake.ods.number\nSELECT {{ var('numbr') }};\n");

        Outcome outcome = project.elt("run", "--once");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("sql/ods_number.sql:2:", "ELT3003", "numbr", "^");
    }

    @Test
    void anUnknownSelectorIsWrongUsage() {
        Outcome outcome = project.elt("run", "--once", "ods_nubmer");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("ELT1101", "ods_nubmer", "ods_number");
    }

    @Test
    void allBrokenStatementsAreToldWithTheirPlaces() {
        project.write("sql/dwd_a.sql", "INSERT INTO lake.ods.number\nSELECT FROM letters;\n");
        project.write("sql/dwd_b.sql", "INSERT INTO lake.ods.number\nSELECT m FROM lake.ods.number;\n");

        Outcome outcome = project.elt("run", "--once");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("sql/dwd_a.sql:2:8", "ELT5001", "sql/dwd_b.sql:2:8", "SELECT m FROM lake.ods.number")
                .doesNotContain("\tat ");
    }

    @Test
    void portsMayComeFromTheEnvironmentAndMustBePorts() {
        Outcome outcome = project.elt(Map.of("ELT_PORT_KAFKA", "many"), "run", "--once");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("ELT1001", "--port-kafka");
    }
}
