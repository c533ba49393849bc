package io.elt.bench.start;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.yarn.YarnClusterClientFactory;
import org.apache.flink.yarn.YarnClusterDescriptor;
import org.apache.hadoop.yarn.api.records.ApplicationId;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** The yardstick for YARN: what {@code flink run-application -t yarn-application} does, until the job is known to run. */
public final class BareYarn {
    private BareYarn() {}

    /**
     * @param arguments {@code run}, and the folder of Flink's configuration, which names the jars and the program
     */
    public static void main(String[] arguments) throws Exception {
        Configuration settings = GlobalConfiguration.loadConfiguration(arguments[1]);
        YarnClusterClientFactory factory = new YarnClusterClientFactory();
        try (YarnClusterDescriptor yarn = factory.createClusterDescriptor(settings);
                ClusterClient<ApplicationId> client = yarn.deployApplicationCluster(
                                factory.getClusterSpecification(settings),
                                ApplicationConfiguration.fromConfiguration(settings))
                        .getClusterClient()) {
            while (!allRun(client.listJobs().get())) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static boolean allRun(Collection<JobStatusMessage> jobs) {
        return !jobs.isEmpty() && jobs.stream().allMatch(job -> job.getJobState() == JobStatus.RUNNING);
    }
}
