package io.elt.deployment;

import io.elt.lake.LakeCatalogs;
import io.elt.plan.FileAddress;
import io.elt.plan.SqlFiles;
import io.elt.plan.TableName;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Runner;
import io.elt.runner.StatementException;
import io.elt.script.Statement;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.table.sink.BatchWriteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/** What Flink does when a changed job goes on from a real savepoint: refuses it, or takes it, whatever it means now. */
class StateFitIT {
    @TempDir
    private static Path folder;

    private static MiniCluster cluster;
    private static String savepoint;

    @BeforeAll
    static void stopTheJobWithASavepoint() throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString("rest.port", "0");
        configuration.setString("rest.bind-port", "0");
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumSlotsPerTaskManager(4)
                .build());
        cluster.start();
        JobClient job = start(Changes.NOTHING.sql(), Map.of());
        try (LakeCatalogs lake = new LakeCatalogs(Map.of("lake", lakeProperties()))) {
            write(lake.table(new TableName("lake", "l", "a")).orElseThrow());
            FileStoreTable sums = lake.table(new TableName("lake", "l", "s")).orElseThrow();
            until(() -> sums.snapshotManager().latestSnapshotId() != null, "the job has written");
        }
        savepoint = stopped(job);
    }

    @AfterAll
    static void stopTheCluster() {
        cluster.closeAsync().join();
    }

    @ParameterizedTest
    @EnumSource
    void whatFlinkRefusesIsRefusedBefore(Changes change) throws Exception {
        Changes.Flink seen;
        try {
            stopped(start(change.sql(), Map.of("execution.state-recovery.path", savepoint)));
            seen = Changes.Flink.GOES_ON;
        } catch (ExecutionException refused) {
            seen = Changes.Flink.REFUSES;
        } catch (StatementException refused) {
            assertThat(refused).hasRootCauseInstanceOf(IllegalStateException.class);
            seen = Changes.Flink.REFUSES;
        }
        assertThat(seen).isEqualTo(change.flink);
    }

    private static JobClient start(String sql, Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "execution.target", "remote",
                "rest.address", cluster.getRestAddress().get().getHost(),
                "rest.port", String.valueOf(cluster.getRestAddress().get().getPort()),
                "parallelism.default", "1",
                "table.exec.sink.upsert-materialize", "NONE",
                "execution.checkpointing.interval", "200 ms",
                "execution.checkpointing.dir", FileAddress.of(folder.resolve("checkpoints")),
                "paimon.lake.*.*.continuous.discovery-interval", "100 ms",
                "restart-strategy.type", "none"));
        settings.putAll(more);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '"
                + FileAddress.ofLake(folder.resolve("lake")) + "')");
        SqlFiles.statements(folder.resolve("project"), Changes.TABLES + sql).stream()
                .map(Statement::executableText)
                .forEach(statements::add);
        return Runner.run(new JobBundle("dws_s", settings, statements), JobSecrets.none());
    }

    private static Map<String, String> lakeProperties() {
        return Map.of("type", "paimon", "warehouse", FileAddress.ofLake(folder.resolve("lake")));
    }

    private static void write(FileStoreTable table) throws Exception {
        BatchWriteBuilder builder = table.newBatchWriteBuilder();
        try (BatchTableWrite write = builder.newWrite();
                BatchTableCommit commit = builder.newCommit()) {
            for (int i = 1; i < 4; i++) {
                write.write(GenericRow.of(i, BinaryString.fromString("w"), BinaryString.fromString("p"), i, 10 * i));
            }
            commit.commit(write.prepareCommit());
        }
    }

    /** A savepoint needs all tasks to run: as soon as there is one, the job has taken its state. */
    private static String stopped(JobClient job) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        while (true) {
            try {
                return job.stopWithSavepoint(
                                false, FileAddress.of(folder.resolve("savepoints")), SavepointFormatType.NATIVE)
                        .get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                JobStatus status = job.getJobStatus().get();
                if (status.isGloballyTerminalState() || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static void until(BooleanSupplier condition, String what) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
