package io.elt.submit.yarn;

import io.elt.runner.JobBundle;
import io.elt.submit.StateFolder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.fs.Path;
import org.apache.paimon.reader.RecordReader;
import org.apache.paimon.table.Table;
import org.apache.paimon.table.source.ReadBuilder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Small jobs, as a bundler would make them. */
final class SampleJob {
    /** For containers that fit into a small machine, and live for seconds. */
    static final Map<String, String> SETTINGS = Map.of(
            "env.java.opts.all", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "jobmanager.memory.process.size", "768 mb",
            "taskmanager.memory.process.size", "1 gb",
            "taskmanager.memory.managed.size", "64 mb",
            "taskmanager.memory.network.min", "32 mb",
            "taskmanager.memory.network.max", "32 mb");

    private static final String SOURCE = "CREATE TEMPORARY TABLE numbers (id BIGINT) WITH ('connector' = 'datagen',"
            + " 'rows-per-second' = '50', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1',"
            + " 'fields.id.end' = '100000')";

    private SampleJob() {}

    /** Counts what a source has numbered; the count equals the last number only while no state is lost. */
    static JobBundle counting(String job, StateFolder states, Optional<String> savepoint) {
        Map<String, String> resume = new HashMap<>();
        savepoint.ifPresent(path -> resume.put("execution.state-recovery.path", path));
        return counting(job, states, resume);
    }

    /** The same, with settings of its own. */
    static JobBundle counting(String job, StateFolder states, Map<String, String> settings) {
        return bundle(
                job,
                states,
                settings,
                List.of(
                        "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '" + warehouse(states) + "')",
                        "CREATE DATABASE IF NOT EXISTS lake.dws",
                        "CREATE TABLE IF NOT EXISTS lake.dws." + job + " (k INT, numbers BIGINT, latest BIGINT,"
                                + " PRIMARY KEY (k) NOT ENFORCED) WITH ('bucket' = '1')",
                        SOURCE,
                        "INSERT INTO lake.dws." + job + " SELECT 1, COUNT(*), MAX(id) FROM numbers"));
    }

    /** What a counting job has committed; nothing is 0. */
    static long count(String job, StateFolder states) throws Exception {
        CatalogContext context = CatalogContext.create(new Path(warehouse(states)));
        try (Catalog catalog = CatalogFactory.createCatalog(context)) {
            Table table = catalog.getTable(Identifier.create("dws", job));
            ReadBuilder read = table.newReadBuilder();
            List<Long> counts = new ArrayList<>();
            try (RecordReader<InternalRow> rows =
                    read.newRead().createReader(read.newScan().plan())) {
                rows.forEachRemaining(row -> {
                    assertThat(row.getLong(1)).isEqualTo(row.getLong(2));
                    counts.add(row.getLong(1));
                });
            }
            return counts.isEmpty() ? 0 : counts.get(0);
        } catch (Catalog.TableNotExistException e) {
            return 0;
        }
    }

    /** Its first row is none that it can read. */
    static JobBundle failing(String job, StateFolder states) {
        return bundle(
                job,
                states,
                Map.of("restart-strategy.type", "none"),
                List.of(
                        SOURCE,
                        "CREATE TEMPORARY TABLE nothing (n INT) WITH ('connector' = 'blackhole')",
                        "INSERT INTO nothing SELECT CAST(CASE WHEN id > 0 THEN 'no number' ELSE '1' END AS INT)"
                                + " FROM numbers"));
    }

    /** The planner in the container does not know its table. */
    static JobBundle refused(String job, StateFolder states) {
        return bundle(
                job,
                states,
                Map.of(),
                List.of(
                        "CREATE TEMPORARY TABLE nothing (n INT) WITH ('connector' = 'blackhole')",
                        "INSERT INTO nothing SELECT n FROM nowhere"));
    }

    /** Its table has an option that nobody knows, beside a secret. */
    static JobBundle withSecret(String job, StateFolder states) {
        return bundle(
                job,
                states,
                Map.of("x.y", "${elt.secret:PLANTED}"),
                List.of(
                        "CREATE TEMPORARY TABLE nothing (n INT) WITH ('connector' = 'blackhole',"
                                + " 'nonsense' = '${elt.secret:PLANTED}')",
                        "INSERT INTO nothing SELECT 1"));
    }

    private static JobBundle bundle(
            String job, StateFolder states, Map<String, String> settings, List<String> statements) {
        Configuration identity = new Configuration()
                .set(
                        PipelineOptions.GLOBAL_JOB_PARAMETERS,
                        Map.of("elt.project", "bank", "elt.job", job, "elt.fingerprint", "0a1b"));
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(identity.toMap());
        all.put("parallelism.default", "1");
        all.put("table.exec.sink.upsert-materialize", "NONE");
        all.put("execution.checkpointing.interval", "1 s");
        all.put("execution.checkpointing.dir", states.of(job).checkpoints());
        all.putAll(settings);
        return new JobBundle("bank." + job, all, statements);
    }

    private static String warehouse(StateFolder states) {
        return states.root().replaceFirst("/elt/state/.*", "/warehouse");
    }
}
