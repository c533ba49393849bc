package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import io.elt.submit.DeploymentWatch;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.yarn.YarnClientYarnClusterInformationRetriever;
import org.apache.flink.yarn.YarnClusterClientFactory;
import org.apache.flink.yarn.YarnClusterDescriptor;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

import java.util.Optional;

/** Brings one application up to the point where its JobManager runs; whatever goes wrong before that, none is left over. */
final class Deployment {
    private final YarnConfiguration hadoop;
    private final YarnConfig config;
    private final DeploymentWatch watch;

    Deployment(YarnConfiguration hadoop, YarnConfig config, DeploymentWatch watch) {
        this.hadoop = hadoop;
        this.config = config;
        this.watch = watch;
    }

    /**
     * @param flink the whole configuration of the application
     * @return what YARN says of the running application
     * @throws EltException if it does not come to run; it is killed then
     */
    ApplicationReport run(Configuration flink) {
        ClusterSpecification size = size(flink);
        DeployingClient client = new DeployingClient(config.deployTimeout(), watch);
        client.init(hadoop);
        client.start();
        try (YarnClusterDescriptor descriptor = new YarnClusterDescriptor(
                flink, hadoop, client, YarnClientYarnClusterInformationRetriever.create(client), false)) {
            try {
                descriptor.deployApplicationCluster(size, ApplicationConfiguration.fromConfiguration(flink));
                return client.last().orElseThrow();
            } catch (Exception e) {
                EltException error = explain(client, e);
                client.application().ifPresent(id -> kill(descriptor, id));
                throw error;
            }
        }
    }

    private static ClusterSpecification size(Configuration flink) {
        try {
            return new YarnClusterClientFactory().getClusterSpecification(flink);
        } catch (IllegalConfigurationException e) {
            throw YarnErrors.memory(e);
        }
    }

    /** Asks first, then kills: what a killed application says of itself is that it was killed. */
    private EltException explain(DeployingClient client, Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof EltException told) {
                return told;
            }
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return YarnErrors.abandoned(
                        client.application().map(ApplicationId::toString).orElse("none"));
            }
        }
        Optional<ApplicationReport> last = client.last();
        boolean wasTaken = last.map(report -> report.getCurrentApplicationAttemptId() != null
                        && report.getCurrentApplicationAttemptId().getAttemptId() > 0)
                .orElse(false);
        if (wasTaken) {
            return YarnErrors.failedAtStart(
                    last.get(), YarnErrors.withoutLineBreaks(last.get().getDiagnostics()));
        }
        return new Refusal(client, config.placement().queueName()).explain(error);
    }

    private static void kill(YarnClusterDescriptor descriptor, ApplicationId id) {
        try {
            // Its files on the shared file system are deleted, too.
            descriptor.killCluster(id);
        } catch (Exception e) {
            throw YarnErrors.notKilled(id.toString(), e);
        }
    }
}
