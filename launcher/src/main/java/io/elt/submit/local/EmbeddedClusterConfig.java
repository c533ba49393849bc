package io.elt.submit.local;

import io.elt.submit.PrometheusMetrics;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

import java.util.Map;

import static java.util.Objects.requireNonNull;

/**
 * @param project whose jobs it runs
 * @param host address of the REST API and the web page
 * @param restPort port of the REST API, 0 for any free one
 * @param slots how many slots the one TaskManager has: the sum of the jobs' parallelism must fit
 * @param settings further Flink settings of the cluster, by Flink's own keys; they win
 */
public record EmbeddedClusterConfig(
        String project, String host, int restPort, int slots, Map<String, String> settings) {
    public EmbeddedClusterConfig {
        requireNonNull(project, "project");
        requireNonNull(host, "host");
        settings = Map.copyOf(settings);
        if (slots < 1) {
            throw new IllegalArgumentException("an embedded cluster needs at least one slot, got " + slots);
        }
    }

    /**
     * @param metricsPort where Prometheus finds the metrics, unless the settings say another port
     */
    Configuration toFlink(int metricsPort) {
        Configuration flink = new Configuration();
        PrometheusMetrics.settings(LoopbackReporterFactory.class.getName(), String.valueOf(metricsPort))
                .forEach(flink::setString);
        flink.set(RestOptions.ADDRESS, host);
        flink.set(RestOptions.BIND_ADDRESS, host);
        flink.set(RestOptions.BIND_PORT, String.valueOf(restPort));
        flink.set(JobManagerOptions.ADDRESS, host);
        // The server of libraries would listen on all addresses.
        flink.set(JobManagerOptions.BIND_HOST, host);
        flink.set(TaskManagerOptions.BIND_HOST, host);
        flink.set(WebOptions.SUBMIT_ENABLE, false);
        flink.set(WebOptions.CANCEL_ENABLE, false);
        // Everything is in one process: a missed heartbeat means a laptop that slept or a long collection, not a lost
        // machine.
        flink.setString(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT.key(), "10 min");
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(96));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(96));
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
        // Nobody to log in to; on newer JDKs Hadoop's attempt alone would fail the start.
        flink.setString("security.delegation.tokens.enabled", "false");
        // The end of the cluster waits so long for somebody to ask how a savepoint went.
        flink.setString("rest.async.store-duration", "20 s");
        // Slots never come later in one process: a job that finds none shall say so soon.
        flink.setString("slot.request.timeout", "30 s");
        // All jobs share one budget for RocksDB: a share per slot would be too small to work with.
        flink.setString("state.backend.rocksdb.memory.managed", "false");
        flink.setString("state.backend.rocksdb.memory.fixed-per-tm", "256 mb");
        settings.forEach(flink::setString);
        return flink;
    }
}
