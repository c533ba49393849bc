package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.plan.FileAddress;
import io.elt.session.SessionProcesses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** The life of the bank's jobs on a session cluster, while its core system goes on; what analysts see is right after each step. */
@TestMethodOrder(OrderAnnotation.class)
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
        DepositFile file = DepositFile.in(bank.project());
        file.comment();
        assertThat(bank.done("run", "dws_deposit").err())
                .contains("1 of 1 LEAVE dws_deposit: it runs, and nothing has changed")
                .doesNotContain("START", "STOP");

        file.makeWrong();
        Outcome upgraded = bank.done("run");

        assertThat(upgraded.err())
                .contains("ELT6013", "STOP dws_deposit, which has changed", "UPGRADE dws_deposit", "LEAVE ads_branch")
                .doesNotContain("START ");
        bank.await(DepositFile.WRONG_BRANCHES, count -> assertThat(count).isPositive());
    }

    @Test
    @Order(4)
    void whatWasWrongIsTakenBackWithItsRowsWhileTheBankGoesOn() throws IOException {
        Outcome history = bank.done("history", "dws_deposit", "--output", "json");
        assertThat(history.rows()).extracting(row -> row.get("action")).containsExactly("upgrade", "stop", "start");
        assertThat(history.rows().get(1).get("tags")).isEqualTo("[lake.dws.deposit, lake.dws.deposit_daily]");
        assertThat(bank.done("history", "dws_deposit", "--diff").out())
                .contains("\n-    SUM(transactions),", "\n+    SUM(transactions) + 1000000,");

        Outcome alone = bank.elt("rollback", "dws_deposit");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err())
                .contains("ELT6012", "ads_branch_daily", "have read what it wrote since", "--downstream")
                .doesNotContain("STOP");

        Outcome back = bank.done("rollback", "dws_deposit", "--downstream", "--output", "json");
        assertThat(back.rows())
                .extracting(row -> row.get("job") + " " + row.get("tables"))
                .containsExactlyInAnyOrder(
                        "dws_deposit [lake.dws.deposit, lake.dws.deposit_daily]",
                        "ads_branch []",
                        "ads_branch_daily []");
        assertThat(back.rows().get(0).get("to")).isEqualTo(history.rows().get(1).get("id"));
        assertThat(back.err())
                .contains("STOP dws_deposit", "ROLLBACK dws_deposit to", "ROLLBACK ads_branch to its beginning")
                .contains("START dws_deposit", "START ads_branch", "START ads_branch_daily")
                .contains("warning[ELT6017]: the files of job dws_deposit are not what it went back to")
                .doesNotContain("dwd_account");
        bank.settle();
        bank.await(DepositFile.WRONG_BRANCHES, count -> assertThat(count).isZero());

        DepositFile.in(bank.project()).makeRight();
        assertThat(bank.done("run", "dws_deposit+").err())
                .contains("LEAVE dws_deposit", "LEAVE ads_branch", "LEAVE ads_branch_daily");
        assertThat(bank.done("history", "dws_deposit", "--output", "json").rows())
                .extracting(row -> row.get("action"))
                .containsExactly("start", "rollback", "stop", "upgrade", "stop", "start");
    }

    @Test
    @Order(5)
    void aTaskManagerThatIsKilledCostsNothing() throws IOException {
        bank.live(50);
        cluster.killTaskManager();
        cluster.startTaskManager();
        bank.settle();

        Retry.until(PATIENCE, () -> assertThat(bank.elt("status").exitCode()).isZero());
    }

    @Test
    @Order(6)
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
    @Order(7)
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
    @Order(8)
    void onceReadsEverythingAndStopsTheJobs() {
        Outcome once = bank.done("run", "--once", "--output", "json");

        assertThat(once.err()).contains("LEAVE", "WAIT until everything");
        bank.assertTruth();
        assertThat(bank.elt("status").out()).as(once.err()).doesNotContainPattern("_\\w+ +running");
        assertThat(bank.done("stop", "--output", "json").rows()).isEmpty();
    }
}
