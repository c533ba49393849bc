package io.elt.unittest.flink;

import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One Flink for all runs. */
final class TestCluster implements AutoCloseable {
    /**
     * A job that is over gives its slot back a moment later. A batch takes one for each of its parts that exchange no rows.
     */
    private static final int SLOTS_OF_A_JOB = 4;

    private static final MemorySize MEMORY_OF_A_SLOT = MemorySize.ofMebiBytes(16);

    private static final String HOST = "127.0.0.1";

    private final MiniCluster cluster;

    private TestCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * @param jobs how many jobs may run at the same time
     */
    static TestCluster start(int jobs) {
        int slots = jobs * SLOTS_OF_A_JOB;
        Configuration settings = new Configuration();
        settings.set(RestOptions.ADDRESS, HOST);
        settings.set(RestOptions.BIND_ADDRESS, HOST);
        settings.set(RestOptions.BIND_PORT, "0");
        settings.set(JobManagerOptions.ADDRESS, HOST);
        settings.set(JobManagerOptions.BIND_HOST, HOST);
        settings.set(TaskManagerOptions.BIND_HOST, HOST);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MEMORY_OF_A_SLOT.multiply(slots));
        settings.setString("security.delegation.tokens.enabled", "false");
        settings.setString("heartbeat.timeout", "10 min");
        settings.setString("slot.request.timeout", "2 min");
        // A job that finds no free slot waits for one; once the time of the start is over it would fail.
        settings.setString("resourcemanager.standalone.start-up-time", "10 min");
        settings.setString("jobmanager.scheduler", "default");
        // A restart is one of the whole job, also where its parts exchange no rows.
        settings.setString("jobmanager.execution.failover-strategy", "full");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            cluster.closeAsync();
            throw new IllegalStateException("the embedded Flink cluster cannot start", e);
        }
        return new TestCluster(cluster);
    }

    /**
     * @param restarts how many failures the job may come back from
     */
    CompletableFuture<?> submit(JobGraph template, JobID id, int restarts) {
        // The cluster clones the graph before it returns.
        synchronized (template) {
            template.setJobID(id);
            Configuration settings = template.getJobConfiguration();
            settings.set(RestartStrategyOptions.RESTART_STRATEGY, restarts == 0 ? "none" : "fixed-delay");
            settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Math.max(1, restarts));
            settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
            return cluster.submitJob(template);
        }
    }

    CompletableFuture<JobResult> result(JobID id) {
        return cluster.requestJobResult(id);
    }

    CompletableFuture<Long> checkpoint(JobID id) {
        return cluster.triggerCheckpoint(id, CheckpointType.FULL);
    }

    /** Why the last attempt of the job failed. */
    CompletableFuture<ErrorInfo> failure(JobID id) {
        return cluster.getExecutionGraph(id).thenApply(graph -> graph.getFailureInfo());
    }

    void cancel(JobID id) {
        cluster.cancelJob(id).join();
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
