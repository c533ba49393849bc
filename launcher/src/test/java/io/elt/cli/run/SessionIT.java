package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.plan.FileAddress;
import io.elt.session.SessionProcesses;
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

import static org.assertj.core.api.Assertions.assertThat;

/** The life of the bank's jobs on a session cluster, while its core system goes on; what analysts see is right after each step. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("cluster")
class SessionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static SessionProcesses cluster;
    private static DeployedBank bank;

    @BeforeAll
    static void start() throws IOException {
        cluster = SessionProcesses.start(folder.resolve("flink"), 20, jar -> true);
        bank = DeployedBank.in(
                folder,
                FileAddress.ofLake(folder.resolve("lake")),
                """
                run-on: session
                state: "file://%s"
                session: {address: "%s", lib: installed}
                """
                        .formatted(folder.resolve("state"), cluster.address()),
                "");
    }

    @AfterAll
    static void stop() throws IOException {
        bank.close();
        cluster.close();
    }

    @Test
    @Order(1)
    void runReturnsWhenAllJobsRunAndTheyLiveOn() throws IOException {
        bank.live(50);

        Outcome run = bank.done("run", "--output", "json");

        assertThat(run.rows()).hasSize(17).allSatisfy(row -> assertThat(row)
                .containsEntry("state", "running")
                .containsEntry("web", cluster.address().toString()));
        bank.settle();
    }

    @Test
    @Order(2)
    void statusTellsWhatTheClusterSaysAndHowFreshTheTablesAre() {
        Retry.until(PATIENCE, () -> {
            Outcome status = bank.done("status");
            assertThat(status.out())
                    .containsPattern("ods_account +running")
                    .containsPattern("dws_deposit +running.*caught up")
                    .containsPattern("lake\\.dws\\.deposit +dws_deposit +\\d+ .*s +0 s");
        });
        assertThat(bank.done("status", "dws_deposit", "--output", "json").out())
                .contains(
                        "\"well\" : true",
                        "\"input\" : \"lake.dwd.account\"",
                        "\"unread\" : 0",
                        "\"behind_seconds\" : 0.0");
    }

    @Test
    @Order(3)
    void whatRunsUnchangedIsLeftAloneAndWhatHasChangedIsUpgraded() throws IOException {
        bank.live(50);
        Path file = bank.project().folder().resolve("sql/dws_deposit.sql");
        Files.writeString(file, "-- a comment changes nothing\n" + Files.readString(file));
        assertThat(bank.done("run", "dws_deposit").err())
                .contains("1 of 1 LEAVE dws_deposit: it runs, and nothing has changed")
                .doesNotContain("START", "STOP");

        Files.writeString(file, Files.readString(file).replace("    SUM(transactions),", "    SUM(transactions) + 0,"));
        Outcome upgraded = bank.done("run");

        assertThat(upgraded.err())
                .contains("STOP dws_deposit, which has changed", "UPGRADE dws_deposit", "LEAVE ads_branch")
                .doesNotContain("START ");
        bank.settle();
    }

    @Test
    @Order(4)
    void aTaskManagerThatIsKilledCostsNothing() throws IOException {
        bank.live(50);
        cluster.killTaskManager();
        cluster.startTaskManager();
        bank.settle();

        Retry.until(PATIENCE, () -> assertThat(bank.elt("status").exitCode()).isZero());
    }

    @Test
    @Order(5)
    void aSessionClusterForgetsItsJobsAndTheNextRunGoesOnFromTheirCheckpoints() throws IOException {
        bank.live(50);
        cluster.killJobManager();
        cluster.killTaskManager();
        assertThat(bank.elt("status").err())
                .contains("ELT7005", cluster.address().toString());
        cluster.startJobManager();
        cluster.startTaskManager();
        Retry.until(PATIENCE, () -> {
            Outcome status = bank.elt("status");
            assertThat(status.exitCode()).isEqualTo(1);
            assertThat(status.out()).containsPattern("dws_deposit +not running");
        });

        bank.done("run");
        bank.settle();
    }

    @Test
    @Order(6)
    void stopAndCancelEndJobsAndTheNextRunGoesOn() throws IOException {
        bank.live(50);
        Outcome stopped = bank.done("stop", "dws_deposit+", "--output", "json");
        assertThat(stopped.rows()).extracting(row -> row.get("job")).contains("dws_deposit", "ads_branch");
        assertThat(stopped.rows()).allSatisfy(row -> assertThat(row.get("savepoint"))
                .startsWith("file:" + folder.resolve("state/bank/cluster").resolve(row.get("job"))));
        Outcome cancelled = bank.done("cancel", "layer:ods", "--output", "json");
        assertThat(cancelled.rows()).hasSize(6).allSatisfy(row -> assertThat(row.get("last checkpoint"))
                .contains("chk-"));
        assertThat(bank.elt("status", "dws_deposit").out()).containsPattern("dws_deposit +finished");

        assertThat(bank.done("run").err()).contains("START dws_deposit", "START ods_account", "LEAVE dwd_account");
        bank.settle();
    }

    @Test
    @Order(7)
    void onceReadsEverythingAndStopsTheJobs() {
        Outcome once = bank.done("run", "--once", "--output", "json");

        assertThat(once.err()).contains("LEAVE", "WAIT until everything");
        bank.assertTruth();
        assertThat(bank.elt("status").out()).as(once.err()).doesNotContainPattern("_\\w+ +running");
        assertThat(bank.done("stop", "--output", "json").rows()).isEmpty();
    }
}
