package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.plan.FileAddress;
import io.elt.plan.TableName;
import io.elt.session.SessionProcesses;
import io.elt.submit.RestApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** A scheduler's runs on a cluster that outlives elt: their ends, their failures, and what they find when one was cut off. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("cluster")
class SessionBatchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final TableName TOTAL = new TableName("lake", "dws", "total");
    private static final TableName SLOW = new TableName("lake", "dws", "slow");

    @TempDir
    private static Path folder;

    private static SessionProcesses cluster;
    private static ProjectCopy project;
    private static String asOf;

    @BeforeAll
    static void start() throws IOException {
        cluster = SessionProcesses.start(folder.resolve("flink"), 4, jar -> true);
        project = new ProjectCopy(folder.resolve("project"));
        project.write("payments/1.csv", "1,Ann,10\n2,Ann,20\n3,Bob,5\n")
                .write("elt.yaml", declaration())
                .write(
                        "catalogs/lake.sql",
                        "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');")
                .write(
                        "sql/ods_payment.sql",
                        """
                        CREATE DATABASE IF NOT EXISTS lake.ods;
                        CREATE TABLE IF NOT EXISTS lake.ods.payment (
                            id INT NOT NULL, name STRING, amount INT, PRIMARY KEY (id) NOT ENFORCED
                        ) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');
                        CREATE TEMPORARY TABLE payment_file (id INT NOT NULL, name STRING, amount INT)
                        WITH ('connector' = 'filesystem', 'path' = '{{ var('payments') }}', 'format' = 'csv');
                        INSERT INTO lake.ods.payment SELECT id, name, amount FROM payment_file;
                        """)
                .write("sql/dws_total.sql", into("total", "SELECT name, CAST(SUM(amount) AS STRING)", "GROUP BY name"))
                .write("sql/dws_broken.sql", into("broken", "SELECT name, CAST(CAST(name AS INT) AS STRING)", ""))
                .write(
                        "sql/dws_slow.sql",
                        "CREATE TEMPORARY FUNCTION gate AS '" + Gate.class.getName() + "';\n"
                                + into("slow", "SELECT name, MAX(gate(name, '{{ var('gate') }}'))", "GROUP BY name"));
    }

    private static String declaration() {
        String target =
                """
                  %%s:
                    run-on: session
                    state: "file://%s"
                    session: {address: "%s", lib: installed}
                    flink: {execution.checkpointing.interval: 500 ms, table.local-time-zone: UTC}
                """
                        .formatted(folder.resolve("state"), cluster.address());
        return """
                name: pay
                vars:
                  warehouse: "%s"
                  payments: "file://%s"
                  gate: "%s"
                targets:
                  default: nightly
                """
                        .formatted(
                                FileAddress.ofLake(folder.resolve("lake")),
                                folder.resolve("project/payments"),
                                folder.resolve("gate"))
                + target.formatted("nightly")
                + target.formatted("prod");
    }

    private static String into(String table, String select, String rest) {
        return """
                CREATE DATABASE IF NOT EXISTS lake.dws;
                CREATE TABLE IF NOT EXISTS lake.dws.%s (name STRING NOT NULL, outcome STRING, PRIMARY KEY (name) NOT ENFORCED)
                WITH ('bucket' = '1', 'changelog-producer' = 'input');
                INSERT INTO lake.dws.%s %s FROM lake.ods.payment %s;
                """
                .formatted(table, table, select, rest);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static String[] batch(String job, String to) {
        return new String[] {"run", job, "--mode", "batch", "--to", to, "--output", "json"};
    }

    private static String rows(TableName table) {
        return new LakeRows(Map.of(
                        "lake", Map.of("type", "paimon", "warehouse", FileAddress.ofLake(folder.resolve("lake")))))
                .read(table, "name", "outcome").stream()
                        .sorted(Comparator.comparing(row -> row.get(0)))
                        .toList()
                        .toString();
    }

    private static void awaitJobs(int running) {
        RestApi flink = new RestApi();
        Retry.until(PATIENCE, () -> {
            List<String> names = new ArrayList<>();
            flink.get(cluster.address(), "/jobs/overview").path("jobs").forEach(job -> {
                if (job.path("state").asText().equals("RUNNING")) {
                    names.add(job.path("name").asText());
                }
            });
            assertThat(names).hasSize(running).allMatch("pay.dws_slow"::equals);
        });
    }

    private static void open() throws IOException {
        Files.writeString(folder.resolve("gate"), "");
    }

    private static void shut() throws IOException {
        Files.delete(folder.resolve("gate"));
    }

    @Test
    @Order(1)
    void eltWaitsForTheEndOfEachJob() {
        Outcome outcome = project.elt("run", "ods_payment", "dws_total", "--mode", "batch", "--output", "json");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.rows()).extracting(row -> row.get("result")).containsExactly("done", "done");
        assertThat(rows(TOTAL)).isEqualTo("[[Ann, 30], [Bob, 5]]");
    }

    @Test
    @Order(2)
    void aSecondRunLeavesAloneWhatIsDoneAndAnOlderTimeHasItsOwnResult() {
        asOf = Instant.now().toString();
        // No time was given before, but it was made of the snapshot that is the newest now.
        assertThat(project.elt(batch("dws_total", asOf)).rows())
                .extracting(row -> row.get("result"))
                .containsExactly("was done");
        project.write("payments/1.csv", "1,Ann,10\n2,Ann,20\n3,Bob,6\n4,Cyd,1\n");

        assertThat(project.elt("run", "ods_payment", "dws_total", "--mode", "batch")
                        .exitCode())
                .isZero();
        assertThat(rows(TOTAL)).isEqualTo("[[Ann, 30], [Bob, 6], [Cyd, 1]]");
        assertThat(project.elt(batch("dws_total", asOf)).exitCode()).isZero();
        assertThat(rows(TOTAL)).as("as of then").isEqualTo("[[Ann, 30], [Bob, 5]]");
    }

    @Test
    @Order(3)
    void aJobThatFailsFailsTheRunAndSaysWhy() {
        Outcome outcome = project.elt(batch("dws_broken", asOf));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("sql/dws_broken.sql", "ELT6002", "'Ann'")
                .doesNotContain("\tat ");
    }

    @Test
    @Order(4)
    void whereARunWasKilledItsJobGoesOnAndTheSameRunAgainWaitsForIt() throws Exception {
        try (EltProcess killed = EltProcess.start(project, batch("dws_slow", asOf))) {
            awaitJobs(1);
            killed.kill();
        }
        awaitJobs(1);
        assertRefused(project.elt(batch("dws_slow", "now")), "still runs, and does something else");
        assertRefused(project.elt("run", "dws_slow"), "runs now as a batch");
        CompletableFuture<Outcome> next = CompletableFuture.supplyAsync(() -> project.elt(batch("dws_slow", asOf)));

        open();

        Outcome outcome = next.get();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("BATCH dws_slow");
        assertThat(rows(SLOW)).isEqualTo("[[Ann, Ann], [Bob, Bob]]");
        assertThat(project.elt(batch("dws_slow", asOf)).err()).contains("LEAVE dws_slow");
    }

    private static void assertRefused(Outcome outcome, String why) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("ELT6008", why, "elt cancel dws_slow");
    }

    @Test
    @Order(5)
    void ctrlCEndsTheJobAndWhatItWroteIsAsItWas() throws Exception {
        shut();
        String later = Instant.now().toString();
        try (EltProcess interrupted = EltProcess.start(project, batch("dws_slow", later))) {
            awaitJobs(1);

            assertThat(interrupted.interrupt()).as(interrupted::log).isEqualTo(1);
        }
        awaitJobs(0);
        assertThat(rows(SLOW)).isEqualTo("[[Ann, Ann], [Bob, Bob]]");
        open();

        assertThat(project.elt(batch("dws_slow", later)).err()).contains("BATCH dws_slow");
        assertThat(rows(SLOW)).isEqualTo("[[Ann, Ann], [Bob, Bob], [Cyd, Cyd]]");
    }

    @Test
    @Order(6)
    void aJobThatSomebodyElseCancelsHasNotBeenDone() throws Exception {
        // Another gate is another statement: what is done does not count for it.
        String gate = "gate=" + folder.resolve("shut");
        CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(
                () -> project.elt("run", "dws_slow", "--mode", "batch", "--to", asOf, "--var", gate));
        awaitJobs(1);

        assertThat(project.elt("cancel", "dws_slow").exitCode()).isZero();

        assertThat(run.get().exitCode()).isEqualTo(1);
        assertThat(run.get().err()).contains("ELT6002", "was cancelled");
    }

    @Test
    @Order(7)
    void streamsAreNotOverwrittenAndThoseOfAnotherTargetAreNoneOfItsBusiness() {
        assertThat(project.elt("run", "dws_total", "-t", "prod").exitCode()).isZero();

        Outcome refused = project.elt("run", "dws_total", "--mode", "batch", "--fresh", "-t", "prod");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("ELT1024", "dws_total run now", "elt stop dws_total");
        assertThat(project.elt("status", "dws_total", "-t", "prod").out()).containsPattern("dws_total +running");

        Outcome other = project.elt(batch("dws_slow", "now"));
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(project.elt("status", "dws_total").out()).containsPattern("dws_total +finished");
        assertThat(project.elt("stop", "dws_total", "-t", "prod").exitCode()).isZero();
    }
}
