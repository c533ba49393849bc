package io.elt.bench.start;

import io.elt.runner.JobBundle;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The yardstick for a session cluster: rendered files in, one statement set each, one after the other, until the cluster says
 * that they run.
 */
public final class BareSession {
    private BareSession() {}

    /**
     * @param arguments {@code run}, host and port of the cluster, then files with settings and statements
     */
    public static void main(String[] arguments) throws Exception {
        List<JobClient> jobs = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(3, arguments.length)) {
            JobBundle bundle = JobBundle.fromJson(Files.readString(Path.of(file)));
            jobs.add(submit(bundle, arguments[1], Integer.parseInt(arguments[2])));
        }
        for (JobClient job : jobs) {
            while (job.getJobStatus().get() != JobStatus.RUNNING) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static JobClient submit(JobBundle bundle, String host, int port) {
        Configuration settings = Configuration.fromMap(bundle.settings())
                .set(PipelineOptions.NAME, bundle.name())
                .set(DeploymentOptions.TARGET, "remote")
                .set(RestOptions.ADDRESS, host)
                .set(RestOptions.PORT, port);
        TableEnvironment tables = TableEnvironment.create(
                EnvironmentSettings.newInstance().withConfiguration(settings).build());
        StatementSet inserts = tables.createStatementSet();
        for (String statement : bundle.statements()) {
            if (statement.startsWith("INSERT")) {
                inserts.addInsertSql(statement);
            } else {
                tables.executeSql(statement);
            }
        }
        return inserts.execute().getJobClient().orElseThrow();
    }
}
