package io.elt.cli.run;

import io.elt.hadoop.Hadoop;
import io.elt.metrics.Exposition;
import io.elt.submit.PrometheusMetrics;
import org.apache.hadoop.fs.FsShell;
import org.apache.hadoop.util.ToolRunner;
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

/** The distribution's own command, as the page of the target calls it, with everything on HDFS. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YarnRunIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path ELT = Path.of("target", "elt-0.1.0", "bin", "elt").toAbsolutePath();
    private static final Hadoop HADOOP = Hadoop.shared();

    private static final String TABLE = "flink_taskmanager_job_task_operator_elt_project_layer_elt_job_table_";

    /** So that containers are small and soon there. */
    private static final Map<String, String> SMALLER = Map.of(
            "queue: streaming", "queue: small",
            "interval: 30 s", "interval: 1 s",
            "process.size: 2 gb", "process.size: 1 gb");

    private static final String SETTINGS =
            """
                  env.java.opts.all: -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m
                  jobmanager.memory.process.size: 768 mb
                  taskmanager.memory.managed.size: 64 mb
                  taskmanager.memory.network.min: 32 mb
                  taskmanager.memory.network.max: 32 mb
            """;

    private static final String LAKE =
            "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');\n";

    private static final String FILE =
            """
            CREATE DATABASE IF NOT EXISTS lake.dws;
            CREATE TABLE IF NOT EXISTS lake.dws.%1$s (id BIGINT NOT NULL, PRIMARY KEY (id) NOT ENFORCED)
            WITH ('bucket' = '1');
            CREATE TEMPORARY TABLE numbers (id BIGINT NOT NULL) WITH (
                'connector' = 'datagen', 'rows-per-second' = '10', 'fields.id.kind' = 'sequence',
                'fields.id.start' = '1', 'fields.id.end' = '100000');
            INSERT INTO lake.dws.%1$s SELECT id FROM numbers;
            """;

    @TempDir
    private static Path folder;

    private static YarnPage page;
    private static YarnClient yarn;

    private record Outcome(int exitCode, String text) {}

    @BeforeAll
    static void write() throws Exception {
        page = YarnPage.read();
        for (List<String> arguments : page.after("hdfs")) {
            assertThat(ToolRunner.run(new FsShell(HADOOP.configuration()), withoutDfs(arguments)))
                    .isZero();
        }
        String target = page.target();
        for (Map.Entry<String, String> each : SMALLER.entrySet()) {
            assertThat(target).contains(each.getKey());
            target = target.replace(each.getKey(), each.getValue());
        }
        Files.createDirectories(folder.resolve("sql"));
        Files.createDirectories(folder.resolve("catalogs"));
        Files.writeString(folder.resolve("elt.yaml"), "name: shop\ntargets:\n" + target + SETTINGS);
        Files.writeString(folder.resolve("catalogs/lake.sql"), LAKE);
        Files.writeString(folder.resolve("sql/dws_deposit.sql"), FILE.formatted("deposit"));
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
        Outcome run = page("elt run");

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(running()).extracting(ApplicationReport::getName).containsExactly("shop.dws_deposit");
    }

    @Test
    @Order(2)
    void whatRunsUnchangedIsLeftAlone() throws Exception {
        List<ApplicationReport> before = running();

        Outcome again = elt("run", "dws_deposit", "-t", "prod");

        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(again.text()).contains("LEAVE dws_deposit");
        assertThat(running())
                .extracting(ApplicationReport::getApplicationId)
                .isEqualTo(
                        before.stream().map(ApplicationReport::getApplicationId).toList());
    }

    /** Each container listens on the first port of the range that is free on its host: here it is one host. */
    @Test
    @Order(3)
    void prometheusFindsJobManagerAndTaskManager() {
        Map<String, String> deposit = Map.of(
                "project", "shop",
                "layer", "dws",
                "elt_job", "dws_deposit",
                "job_name", "shop.dws_deposit",
                "table", "lake.dws.deposit");

        Retry.until(PATIENCE, () -> {
            Exposition metrics = Exposition.scrapeAll(PrometheusMetrics.PORTS);
            assertThat(metrics.values("flink_jobmanager_job_uptime", "job_name"))
                    .contains("shop.dws_deposit");
            assertThat(metrics.sum(TABLE + "records_written", deposit)).isPositive();
            assertThat(metrics.sum(TABLE + "freshness_seconds", deposit)).isBetween(0.0, 120.0);
        });
    }

    /** The queue has room for one application. */
    @Test
    @Order(4)
    void ctrlCWhileAnApplicationWaitsLeavesNothingBehind() throws Exception {
        Files.writeString(folder.resolve("sql/dws_event.sql"), FILE.formatted("event"));
        Process elt = start(List.of("run", "dws_event", "-t", "prod"));
        Retry.until(PATIENCE, () -> assertThat(said()).contains("waits in queue 'small'"));

        new ProcessBuilder("kill", "-INT", String.valueOf(elt.pid())).start().waitFor();

        assertThat(elt.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(elt.exitValue()).as(said()).isNotZero();
        assertThat(said()).contains("ELT7036").contains("it is killed");
        assertThat(yarn.getApplications())
                .filteredOn(report -> report.getName().equals("shop.dws_event"))
                .extracting(ApplicationReport::getYarnApplicationState)
                .containsExactly(YarnApplicationState.KILLED);
    }

    @Test
    @Order(5)
    void aJobThatIsStoppedLeavesASavepoint() throws Exception {
        Outcome stop = page("elt stop");

        assertThat(stop.exitCode()).as(stop.text()).isZero();
        assertThat(running()).isEmpty();
        assertThat(page("elt status").text()).containsPattern("dws_deposit +finished");
    }

    private static String[] withoutDfs(List<String> arguments) {
        return arguments.subList(1, arguments.size()).toArray(String[]::new);
    }

    private static List<ApplicationReport> running() throws Exception {
        return yarn.getApplications().stream()
                .filter(report -> report.getApplicationTags().contains("elt-project:shop"))
                .filter(report -> report.getYarnApplicationState() == YarnApplicationState.RUNNING)
                .toList();
    }

    /** A command as the page has it. */
    private static Outcome page(String start) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(start.split(" ")[1]));
        arguments.addAll(page.after(start).get(0));
        return elt(arguments.toArray(String[]::new));
    }

    private static Outcome elt(String... arguments) throws Exception {
        Process process = start(List.of(arguments));
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(YarnRunIT::said)
                .isTrue();
        return new Outcome(process.exitValue(), said());
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", ELT.toString()));
        command.addAll(arguments);
        command.addAll(List.of("-C", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile());
        builder.environment()
                .put("HADOOP_CONF_DIR", HADOOP.configurationFolder().toString());
        builder.environment().put("ELT_STARTUP_ARCHIVE", "off");
        builder.environment().put("STARROCKS_PASSWORD", "");
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
