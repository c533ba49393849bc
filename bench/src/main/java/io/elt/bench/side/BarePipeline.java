package io.elt.bench.side;

import io.elt.cli.run.EltFolder;
import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Planning;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Redactor;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackConfig;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.script.Statement;
import io.elt.serving.StarRocks;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;

import java.nio.file.Path;
import java.util.Map;

/**
 * The yardstick: what somebody would write who has the same SQL and Flink, and no elt. Each file is a statement set on a
 * cluster in this process, with the target's settings. Nobody watches the jobs, keeps their place in the tables that
 * they read, or stops them in good order; the process runs until it is killed.
 */
public final class BarePipeline {
    private static final String HOST = "127.0.0.1";

    private BarePipeline() {}

    /**
     * @param arguments {@code run}, then the ports of Kafka, of StarRocks (MySQL protocol, Stream Load) and of Flink
     */
    public static void main(String[] arguments) throws Exception {
        Ports ports = new Ports(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        ProjectLoading loading = new ProjectLoading(System.getenv(), new Redactor());
        Project project = loading.read(Path.of("."), Overrides.none(), ports);
        LoadedProject loaded = loading.load(project);
        Plan plan = Planning.plan(loaded);
        EltFolder folder = EltFolder.of(project.root());
        try (EmbeddedStack stack = EmbeddedStack.start(new StackConfig(
                        folder.stack(), HOST, ports.kafka(), ports.starrocks(), ports.starrocksHttp()));
                MiniCluster cluster = cluster(plan, folder, loaded.flinkSettings(), ports.flink())) {
            cluster.start();
            try (StarRocks starRocks = loaded.connectServing()) {
                starRocks.apply(loaded.serving());
            }
            int number = 1;
            for (Job job : plan.jobs()) {
                System.err.println(number++ + " of " + plan.jobs().size() + " START " + job.name());
                submit(plan, job, settings(loaded, job, folder, ports));
            }
            Thread.currentThread().join();
        }
    }

    /** As large as the cluster of elt. */
    private static MiniCluster cluster(Plan plan, EltFolder folder, Map<String, String> targetSettings, int port) {
        Configuration flink = new Configuration();
        flink.setString("rest.address", HOST);
        flink.setString("rest.bind-address", HOST);
        flink.setString("rest.bind-port", Integer.toString(port));
        flink.setString("jobmanager.rpc.address", HOST);
        flink.setString("heartbeat.timeout", "10 min");
        flink.setString("taskmanager.memory.network.min", "96 mb");
        flink.setString("taskmanager.memory.network.max", "96 mb");
        flink.setString("taskmanager.memory.managed.size", "64 mb");
        flink.setString("state.backend.rocksdb.memory.fixed-per-tm", "256 mb");
        flink.setString("security.delegation.tokens.enabled", "false");
        flink.setString(
                "io.tmp.dirs", EltFolder.writable(folder.path().resolve("tmp")).toString());
        targetSettings.forEach(flink::setString);
        return new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(plan.jobs().stream()
                        .mapToInt(job -> parallelism(job, targetSettings))
                        .sum())
                .build());
    }

    private static int parallelism(Job job, Map<String, String> targetSettings) {
        String key = "parallelism.default";
        return Integer.parseInt(job.settings().getOrDefault(key, targetSettings.getOrDefault(key, "1")));
    }

    private static Configuration settings(LoadedProject loaded, Job job, EltFolder folder, Ports ports) {
        Configuration flink = new Configuration();
        // As documented; a client would take the number of its cores.
        flink.setString("parallelism.default", "1");
        // Without it the job fails: Paimon merges by key itself.
        flink.setString("table.exec.sink.upsert-materialize", "NONE");
        flink.setString("execution.checkpointing.timeout", "10 min");
        loaded.flinkSettings().forEach(flink::setString);
        job.settings().forEach(flink::setString);
        flink.setString("pipeline.name", job.name());
        flink.setString(
                "execution.checkpointing.dir",
                folder.state("bare").of(job.name()).checkpoints());
        flink.setString("execution.target", "remote");
        flink.setString("rest.address", HOST);
        flink.setString("rest.port", Integer.toString(ports.flink()));
        flink.setString("jobmanager.rpc.address", HOST);
        return flink;
    }

    private static void submit(Plan plan, Job job, Configuration settings) {
        TableEnvironment tables = TableEnvironment.create(
                EnvironmentSettings.newInstance().withConfiguration(settings).build());
        // Paimon reads the options of a table from here only.
        tables.getConfig().addConfiguration(settings);
        StatementSet inserts = tables.createStatementSet();
        for (Statement statement : plan.statements(job)) {
            String sql = statement.executableText();
            if (sql.regionMatches(true, 0, "INSERT", 0, "INSERT".length())) {
                inserts.addInsertSql(sql);
            } else {
                tables.executeSql(sql);
            }
        }
        inserts.execute();
    }
}
