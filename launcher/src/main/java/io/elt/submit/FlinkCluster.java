package io.elt.submit;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Runner;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** The verbs that go over Flink's REST API, the same for every kind of cluster that can be reached there. */
public final class FlinkCluster implements AutoCloseable {
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration END_WITHIN = Duration.ofSeconds(30);

    private final URI rest;
    private final Configuration configuration;
    private final RestClusterClient<StandaloneClusterId> client;
    private final RestApi api = new RestApi();

    private FlinkCluster(URI rest, Configuration configuration, RestClusterClient<StandaloneClusterId> client) {
        this.rest = rest;
        this.configuration = configuration;
        this.client = client;
    }

    /**
     * @param rest root of the API
     * @param settings further settings of the client, by Flink's own keys, as for TLS
     * @throws ClusterUnreachableException if the settings allow no connection; the cluster itself is not asked yet
     */
    public static FlinkCluster at(URI rest, Map<String, String> settings) {
        Configuration configuration = Configuration.fromMap(settings)
                .set(DeploymentOptions.TARGET, "remote")
                .set(DeploymentOptions.ATTACHED, true)
                .set(JobManagerOptions.ADDRESS, rest.getHost())
                .set(RestOptions.ADDRESS, rest.getHost())
                .set(RestOptions.PORT, rest.getPort() < 0 ? defaultPort(rest) : rest.getPort());
        try {
            var client = new RestClusterClient<>(configuration, StandaloneClusterId.getInstance());
            return new FlinkCluster(rest, configuration, client);
        } catch (Exception e) {
            throw new ClusterUnreachableException("no connection to " + rest + " can be set up: " + e.getMessage(), e);
        }
    }

    /**
     * As {@link Cluster#submit}, of a job whose graph is made here and handed over.
     *
     * @param shipped what the job has to bring, by Flink's own keys
     */
    public Submission submit(JobBundle bundle, JobSecrets secrets, Map<String, String> shipped) {
        Map<String, String> settings = new HashMap<>(bundle.settings());
        settings.putAll(shipped);
        settings.putAll(configuration.toMap());
        var job = Runner.run(new JobBundle(bundle.name(), settings, bundle.statements()), secrets);
        JobIdentity identity = JobIdentity.of(bundle);
        return new Submission(
                identity.job(),
                job.getJobID().toHexString(),
                Optional.of(rest),
                "",
                Optional.of(identity.fingerprint()));
    }

    /**
     * As {@link Cluster#jobs}.
     *
     * @param target for which they run; empty for any
     * @param application what holds these jobs, empty for a session
     */
    public List<Submission> jobs(String project, String target, String application) {
        List<JsonNode> jobs = new ArrayList<>();
        api.get(rest, "/jobs/overview").path("jobs").forEach(jobs::add);
        jobs.sort(Comparator.comparing((JsonNode job) -> job.path("start-time").asLong())
                .reversed());
        return jobs.stream()
                .filter(job -> job.path("name").asText().startsWith(JobIdentity.clusterName(project, "")))
                .map(job -> job.path("jid").asText())
                .flatMap(id -> identity(id)
                        .filter(identity -> identity.isOf(project, target))
                        .map(identity -> new Submission(
                                identity.job(),
                                id,
                                Optional.of(rest),
                                application,
                                Optional.of(identity.fingerprint())))
                        .stream())
                .toList();
    }

    /** As {@link Cluster#stop}. */
    public String stop(Submission submission, String directory, Duration timeout) {
        var stopping = client.stopWithSavepoint(
                JobID.fromHexString(submission.jobId()), false, directory, SavepointFormatType.NATIVE);
        try {
            String savepoint = stopping.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            awaitEnd(submission);
            return savepoint;
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

    /** As {@link Cluster#cancel}. */
    public void cancel(Submission submission) {
        try {
            client.cancel(JobID.fromHexString(submission.jobId())).join();
            awaitEnd(submission);
        } catch (CompletionException e) {
            throw new ClusterUnreachableException(
                    "the cluster at " + rest + " does not cancel job " + submission.job(), e.getCause());
        }
    }

    /** To have taken a savepoint, or the order to cancel, is not to have ended; the next call of elt would leave the job alone. */
    private void awaitEnd(Submission submission) {
        long deadline = System.nanoTime() + END_WITHIN.toNanos();
        while (System.nanoTime() < deadline && !hasEnded(submission)) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean hasEnded(Submission submission) {
        try {
            String state = api.get(rest, "/jobs/" + submission.jobId() + "/status")
                    .path("status")
                    .asText();
            return ENDED.contains(state);
        } catch (ClusterUnreachableException e) {
            return true;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<JobIdentity> identity(String jobId) {
        Map<String, String> parameters = new HashMap<>();
        api.get(rest, "/jobs/" + jobId + "/config")
                .path("execution-config")
                .path("user-config")
                .fields()
                .forEachRemaining(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        return JobIdentity.of(parameters);
    }

    private static int defaultPort(URI rest) {
        return "https".equals(rest.getScheme()) ? 443 : 80;
    }
}
