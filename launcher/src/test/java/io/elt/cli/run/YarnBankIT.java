package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.hadoop.Hadoop;
import io.elt.hadoop.Hadoop.Container;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

import static org.apache.hadoop.yarn.api.records.YarnApplicationState.ACCEPTED;
import static org.apache.hadoop.yarn.api.records.YarnApplicationState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

/** The life of the bank's jobs on YARN, with everything on HDFS, while its core system goes on; what analysts see is right after each step. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("cluster")
class YarnBankIT {
    private static final Hadoop HADOOP = Hadoop.shared();
    /** Whose jars go to the containers; the start script of the distribution sets it. */
    private static final String HOME = "elt.home";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static DeployedBank bank;

    @BeforeAll
    static void load() throws IOException {
        System.setProperty(HOME, Path.of("target", "elt-0.1.0").toAbsolutePath().toString());
        bank = DeployedBank.in(
                folder,
                HADOOP.fileSystem() + "/bank/lake",
                """
                run-on: yarn
                job-per: layer
                state: "%s/bank/state"
                yarn: {queue: default, lib: "%s/elt/lib", hadoop-conf: "%s"}
                """
                        .formatted(HADOOP.fileSystem(), HADOOP.fileSystem(), HADOOP.configurationFolder()),
                """
                env.java.opts.all: -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m
                jobmanager.memory.process.size: 900 mb
                taskmanager.memory.process.size: 1400 mb
                taskmanager.memory.managed.size: 32 mb
                taskmanager.memory.network.min: 64 mb
                taskmanager.memory.network.max: 64 mb
                """);
    }

    @AfterAll
    static void end() throws Exception {
        System.clearProperty(HOME);
        bank.close();
        try (YarnClient yarn = YarnClient.createYarnClient()) {
            yarn.init(HADOOP.configuration());
            yarn.start();
            for (ApplicationReport report : yarn.getApplications(EnumSet.of(ACCEPTED, RUNNING))) {
                yarn.killApplication(report.getApplicationId());
            }
        }
    }

    @Test
    @Order(1)
    void eachLayerIsAnApplicationAndTheResultIsTheSame() throws IOException {
        bank.live(50);

        Outcome run = bank.done("run", "--output", "json");

        assertThat(run.rows())
                .extracting(row -> row.get("job"))
                .containsExactlyInAnyOrder("ods", "dim", "dwd", "dws", "ads");
        assertThat(run.rows()).allSatisfy(row -> assertThat(row)
                .containsEntry("state", "running")
                .hasEntrySatisfying("application", id -> assertThat(id).startsWith("application_")));
        bank.settle();
    }

    @Test
    @Order(2)
    void whatRunsUnchangedIsLeftAlone() throws IOException {
        Outcome again = bank.done("run", "--output", "json");

        assertThat(again.err()).contains("LEAVE ods", "LEAVE ads").doesNotContain("START ", "UPGRADE ", "STOP ");
        assertThat(again.rows()).allSatisfy(row -> assertThat(row).containsEntry("state", "running"));
    }

    @Test
    @Order(3)
    void aChangedFileIsUpgradedThroughASavepoint() throws IOException {
        bank.live(50);
        DepositFile.in(bank.project()).change();

        Outcome upgraded = bank.done("run");

        assertThat(upgraded.err()).contains("UPGRADE dws", "LEAVE ods", "LEAVE ads");
        bank.settle();
    }

    @Test
    @Order(4)
    void aTaskManagerThatIsKilledCostsNothing() throws IOException {
        bank.live(50);

        kill("dws", Container.TASK_MANAGER);

        bank.settle();
        Retry.until(PATIENCE, () -> assertThat(bank.elt("status").exitCode()).isZero());
    }

    /** There is no ZooKeeper: what is left of the job are its checkpoints. */
    @Test
    @Order(5)
    void aJobManagerThatIsKilledIsToldAndTheNextRunGoesOnFromTheNewestCheckpoint() throws IOException {
        bank.live(50);

        kill("dws", Container.JOB_MANAGER);

        Retry.until(PATIENCE, () -> {
            Outcome status = bank.elt("status");
            assertThat(status.exitCode()).isEqualTo(1);
            assertThat(status.out()).containsPattern("dws +failed").containsPattern("dwd +running");
        });
        assertThat(bank.done("run").err()).contains("START dws", "LEAVE dwd", "LEAVE ads");
        bank.settle();
    }

    @Test
    @Order(6)
    void aStoppedJobGoesOnFromItsSavepoint() throws IOException {
        bank.live(50);
        assertThat(bank.done("stop", "layer:dws", "--output", "json").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("savepoint")).contains("/bank/cluster/dws/savepoints/"));
        assertThat(bank.elt("status").exitCode()).isEqualTo(1);

        assertThat(bank.done("run").err()).contains("START dws", "LEAVE dwd");
        bank.settle();
    }

    @Test
    @Order(7)
    void aJobThatWasDeployedWronglyGoesBackWithItsTables() throws IOException {
        bank.live(50);
        DepositFile.in(bank.project()).makeWrong();
        assertThat(bank.done("run").err()).contains("ELT6013", "UPGRADE dws", "LEAVE ads");
        bank.await(DepositFile.WRONG_BRANCHES, count -> assertThat(count).isPositive());

        assertThat(bank.elt("rollback", "dws").err()).contains("ELT6012", "--downstream");
        Outcome back = bank.done("rollback", "dws", "--downstream", "--output", "json");

        assertThat(back.rows()).extracting(row -> row.get("job")).containsExactly("dws", "ads");
        bank.settle();
        bank.await(DepositFile.WRONG_BRANCHES, count -> assertThat(count).isZero());
        // What it went back to is the file as the upgrade left it.
        DepositFile.in(bank.project()).makeRight();
        DepositFile.in(bank.project()).change();
        assertThat(bank.done("run").err()).contains("LEAVE dws", "LEAVE ads");
        assertThat(bank.done("history", "dws", "--output", "json").rows())
                .extracting(row -> row.get("action"))
                .contains("rollback", "stop", "upgrade");
    }

    private static void kill(String job, Container container) {
        String application = bank.done("run", "--output", "json").rows().stream()
                .filter(row -> row.get("job").equals(job))
                .map(row -> row.get("application"))
                .findFirst()
                .orElseThrow();
        HADOOP.kill(application, container);
    }
}
