package io.elt.submit.local;

import io.elt.plan.FileAddress;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Runner;
import io.elt.submit.Cluster;
import io.elt.submit.PrometheusMetrics;
import io.elt.submit.StopException;
import io.elt.submit.Submission;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Flink in this process. Jobs reach it over REST, as they reach a session cluster, so both run the same code. */
public final class EmbeddedCluster implements Cluster {
    private final MiniCluster cluster;
    private final URI rest;
    private final URI metrics;
    private final RestClusterClient<StandaloneClusterId> client;

    private EmbeddedCluster(MiniCluster cluster, URI rest, URI metrics, RestClusterClient<StandaloneClusterId> client) {
        this.cluster = cluster;
        this.rest = rest;
        this.metrics = metrics;
        this.client = client;
    }

    /**
     * @param config where it listens and how many jobs it can hold
     * @throws ClusterStartException if it cannot start, for example because the port is in use
     */
    public static EmbeddedCluster start(EmbeddedClusterConfig config) {
        Configuration flink = config.toFlink(freePort());
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(config.slots())
                .build());
        try {
            cluster.start();
            URI rest = cluster.getRestAddress().get();
            return new EmbeddedCluster(
                    cluster,
                    rest,
                    URI.create("http://" + config.host() + ":" + flink.getString(PrometheusMetrics.PORT_KEY, "")
                            + "/metrics"),
                    new RestClusterClient<>(clientOf(rest), StandaloneClusterId.getInstance()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterStartException("interrupted while the embedded Flink cluster started", e);
        } catch (Exception e) {
            cluster.closeAsync();
            throw new ClusterStartException("the embedded Flink cluster cannot start", e);
        }
    }

    @Override
    public Submission submit(JobBundle bundle, JobSecrets secrets) {
        Map<String, String> settings = new HashMap<>(bundle.settings());
        settings.putAll(clientOf(rest).toMap());
        var job = Runner.run(new JobBundle(bundle.name(), settings, bundle.statements()), secrets);
        return new Submission(bundle.name(), job.getJobID().toHexString(), rest);
    }

    @Override
    public String stop(Submission submission, Path directory, Duration timeout) {
        var stopping = client.stopWithSavepoint(
                JobID.fromHexString(submission.jobId()), false, FileAddress.of(directory), SavepointFormatType.NATIVE);
        try {
            return stopping.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopException("interrupted while job " + submission.job() + " stopped", e);
        } catch (TimeoutException e) {
            throw new StopException(
                    "job " + submission.job() + " did not stop within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new StopException("job " + submission.job() + " did not stop with a savepoint", e.getCause());
        }
    }

    @Override
    public void cancel(Submission submission) {
        client.cancel(JobID.fromHexString(submission.jobId())).join();
    }

    @Override
    public URI rest() {
        return rest;
    }

    /** Where Prometheus finds the metrics of the cluster and its jobs. */
    public URI metrics() {
        return metrics;
    }

    @Override
    public void close() {
        client.close();
        cluster.closeAsync().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ClusterStartException("the system gives no free port", e);
        }
    }

    private static Configuration clientOf(URI rest) {
        return new Configuration()
                .set(DeploymentOptions.TARGET, "remote")
                .set(DeploymentOptions.ATTACHED, true)
                .set(JobManagerOptions.ADDRESS, rest.getHost())
                .set(RestOptions.ADDRESS, rest.getHost())
                .set(RestOptions.PORT, rest.getPort());
    }
}
