package io.elt.submit.local;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.FlinkCluster;
import io.elt.submit.PrometheusMetrics;
import io.elt.submit.Submission;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Flink in this process. Jobs reach it over REST, as they reach a session cluster, so both run the same code. */
public final class EmbeddedCluster implements Cluster {
    /** The reader of MySQL's binlog tells of each connection by Java's own logging, which goes to the user's screen. */
    private static final Logger BINLOG_CLIENT = Logger.getLogger("com.github.shyiko.mysql.binlog");

    private final MiniCluster cluster;
    private final URI rest;
    private final URI metrics;
    private final FlinkCluster flink;
    private final String project;

    private EmbeddedCluster(MiniCluster cluster, URI rest, URI metrics, FlinkCluster flink, String project) {
        this.cluster = cluster;
        this.rest = rest;
        this.metrics = metrics;
        this.flink = flink;
        this.project = project;
    }

    /**
     * @param config where it listens and how many jobs it can hold
     * @throws ClusterStartException if it cannot start, for example because the port is in use
     */
    public static EmbeddedCluster start(EmbeddedClusterConfig config) {
        BINLOG_CLIENT.setLevel(Level.WARNING);
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
                    FlinkCluster.at(rest, Map.of()),
                    config.project());
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
        return flink.submit(bundle, secrets, Map.of());
    }

    @Override
    public int submissionsAtOnce() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public List<Submission> jobs() {
        return flink.jobs(project, "", "");
    }

    @Override
    public String stop(Submission submission, String directory, Duration timeout) {
        return flink.stop(submission, directory, timeout);
    }

    @Override
    public void cancel(Submission submission) {
        flink.cancel(submission);
    }

    /** Root of Flink's REST API. */
    public URI rest() {
        return rest;
    }

    /** Where Prometheus finds the metrics of the cluster and its jobs. */
    public URI metrics() {
        return metrics;
    }

    @Override
    public void close() {
        flink.close();
        cluster.closeAsync().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ClusterStartException("the system gives no free port", e);
        }
    }
}
