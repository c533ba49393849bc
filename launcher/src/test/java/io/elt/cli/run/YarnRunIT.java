package io.elt.cli.run;

import io.elt.hadoop.Hadoop;
import io.elt.metrics.Exposition;
import io.elt.submit.PrometheusMetrics;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The distribution's own command with a target on YARN and everything on HDFS. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YarnRunIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path ELT = Path.of("target", "elt-0.1.0", "bin", "elt").toAbsolutePath();
    private static final Hadoop HADOOP = Hadoop.shared();

    private static final String TABLE = "flink_taskmanager_job_task_operator_elt_project_layer_elt_job_table_";

    private static final String PROJECT =
            """
            name: shop
            targets:
              prod:
                run-on: yarn
                state: hdfs:///elt/state
                yarn: {queue: small, lib: "hdfs:///elt/lib"}
                flink:
                  execution.checkpointing.interval: 1 s
                  env.java.opts.all: -XX:+UseSerialGC -XX:TieredStopAtLevel=1
                  jobmanager.memory.process.size: 768 mb
                  taskmanager.memory.process.size: 1 gb
                  taskmanager.memory.managed.size: 64 mb
                  taskmanager.memory.network.min: 32 mb
                  taskmanager.memory.network.max: 32 mb
            """;

    private static final String LAKE = "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '%s/shop');\n";

    private static final String FILE =
            """
            CREATE DATABASE IF NOT EXISTS lake.ods;
            CREATE TABLE IF NOT EXISTS lake.ods.%1$s (id BIGINT NOT NULL, PRIMARY KEY (id) NOT ENFORCED)
            WITH ('bucket' = '1');
            CREATE TEMPORARY TABLE numbers (id BIGINT NOT NULL) WITH (
                'connector' = 'datagen', 'rows-per-second' = '10', 'fields.id.kind' = 'sequence',
                'fields.id.start' = '1', 'fields.id.end' = '100000');
            INSERT INTO lake.ods.%1$s SELECT id FROM numbers;
            """;

    @TempDir
    private static Path folder;

    private static YarnClient yarn;

    private record Outcome(int exitCode, String text) {}

    @BeforeAll
    static void write() throws IOException {
        Files.createDirectories(folder.resolve("sql"));
        Files.createDirectories(folder.resolve("catalogs"));
        Files.writeString(folder.resolve("elt.yaml"), PROJECT);
        Files.writeString(folder.resolve("catalogs/lake.sql"), LAKE.formatted(HADOOP.fileSystem()));
        Files.writeString(folder.resolve("sql/ods_order.sql"), FILE.formatted("customer_order"));
        Files.writeString(folder.resolve("sql/ods_event.sql"), FILE.formatted("event"));
        yarn = YarnClient.createYarnClient();
        yarn.init(HADOOP.configuration());
        yarn.start();
    }

    @AfterAll
    static void killAll() throws Exception {
        for (ApplicationReport report : yarn.getApplications()) {
            yarn.killApplication(report.getApplicationId());
        }
        yarn.stop();
    }

    @Test
    @Order(1)
    void aJobRunsAndLivesOn() throws Exception {
        Outcome run = elt("run", "ods_order");

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(running()).extracting(ApplicationReport::getName).containsExactly("shop.ods_order");
    }

    @Test
    @Order(2)
    void whatRunsUnchangedIsLeftAlone() throws Exception {
        List<ApplicationReport> before = running();

        Outcome again = elt("run", "ods_order");

        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(again.text()).contains("LEAVE ods_order");
        assertThat(running())
                .extracting(ApplicationReport::getApplicationId)
                .isEqualTo(
                        before.stream().map(ApplicationReport::getApplicationId).toList());
    }

    /** Each container listens on the first port of the range that is free on its host: here it is one host. */
    @Test
    @Order(3)
    void prometheusFindsJobManagerAndTaskManager() {
        Map<String, String> order = Map.of(
                "project", "shop",
                "layer", "ods",
                "elt_job", "ods_order",
                "job_name", "shop.ods_order",
                "table", "lake.ods.customer_order");

        Retry.until(PATIENCE, () -> {
            Exposition metrics = Exposition.scrapeAll(PrometheusMetrics.PORTS);
            assertThat(metrics.values("flink_jobmanager_job_uptime", "job_name"))
                    .contains("shop.ods_order");
            assertThat(metrics.sum(TABLE + "records_written", order)).isPositive();
            assertThat(metrics.sum(TABLE + "freshness_seconds", order)).isBetween(0.0, 120.0);
        });
    }

    /** The queue has room for one application. */
    @Test
    @Order(4)
    void ctrlCWhileAnApplicationWaitsLeavesNothingBehind() throws Exception {
        Process elt = start("run", "ods_event");
        Retry.until(PATIENCE, () -> assertThat(said()).contains("waits in queue 'small'"));

        new ProcessBuilder("kill", "-INT", String.valueOf(elt.pid())).start().waitFor();

        assertThat(elt.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(elt.exitValue()).as(said()).isNotZero();
        assertThat(said()).contains("ELT7036").contains("it is killed");
        assertThat(yarn.getApplications())
                .filteredOn(report -> report.getName().equals("shop.ods_event"))
                .extracting(ApplicationReport::getYarnApplicationState)
                .containsExactly(YarnApplicationState.KILLED);
    }

    @Test
    @Order(5)
    void aJobThatIsStoppedLeavesASavepoint() throws Exception {
        Outcome stop = elt("stop", "ods_order");

        assertThat(stop.exitCode()).as(stop.text()).isZero();
        assertThat(running()).isEmpty();
        Outcome status = elt("status", "ods_order");
        assertThat(status.text()).contains("finished");
    }

    private static List<ApplicationReport> running() throws Exception {
        return yarn.getApplications().stream()
                .filter(report -> report.getApplicationTags().contains("elt-project:shop"))
                .filter(report -> report.getYarnApplicationState() == YarnApplicationState.RUNNING)
                .toList();
    }

    private static Outcome elt(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(YarnRunIT::said)
                .isTrue();
        return new Outcome(process.exitValue(), said());
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", ELT.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-C", folder.toString(), "-t", "prod"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile());
        builder.environment()
                .put("HADOOP_CONF_DIR", HADOOP.configurationFolder().toString());
        builder.environment().put("ELT_STARTUP_ARCHIVE", "off");
        return builder.start();
    }

    private static String said() {
        try {
            return Files.readString(folder.resolve("said.log"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
