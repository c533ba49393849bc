package io.elt.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.Condition;
import io.elt.submit.JobState;
import io.elt.submit.RestApi;
import io.elt.submit.RootCause;
import io.elt.submit.Submission;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Asks a cluster about jobs: Flink itself where it answers, else the cluster's manager. */
public final class JobStatusReader {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** More than {@code web.refresh-interval}, after which Flink makes another copy. */
    private static final Duration COPY_AGE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final RestApi api = new RestApi();

    public JobStatusReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * @throws ClusterUnreachableException if the cluster does not answer
     */
    public JobStatus read(Submission submission) {
        if (submission.rest().isEmpty()) {
            return byManager(submission).orElseThrow(() -> unknown(submission));
        }
        URI rest = submission.rest().get();
        try {
            return byFlink(submission, rest);
        } catch (ClusterUnreachableException e) {
            return byManager(submission).orElseThrow(() -> e);
        }
    }

    /**
     * Only the state, for those who ask often.
     *
     * @throws ClusterUnreachableException if the cluster does not answer
     */
    public JobState state(Submission submission) {
        if (submission.rest().isEmpty()) {
            return read(submission).state();
        }
        try {
            URI rest = submission.rest().get();
            JobState now = now(rest, submission);
            return now == JobState.RUNNING ? JobState.of("RUNNING", allTasksRun(rest, submission)) : now;
        } catch (ClusterUnreachableException e) {
            return byManager(submission).orElseThrow(() -> e).state();
        }
    }

    /** By the list of all jobs, which is as new as the state; the copy of one job says for seconds that its tasks start. */
    private boolean allTasksRun(URI rest, Submission submission) {
        for (JsonNode job : api.get(rest, "/jobs/overview").path("jobs")) {
            if (job.path("jid").asText().equals(submission.jobId())) {
                JsonNode tasks = job.path("tasks");
                return tasks.path("running").asInt() + tasks.path("finished").asInt()
                        == tasks.path("total").asInt();
            }
        }
        return false;
    }

    private JobStatus byFlink(Submission submission, URI rest) {
        String path = "/jobs/" + submission.jobId();
        JsonNode job = details(rest, submission);
        // Of a batch there are none, and to ask for them is an error.
        JsonNode checkpoints = job.path("job-type").asText().equals("BATCH")
                ? MissingNode.getInstance()
                : api.get(rest, path + "/checkpoints");
        return new JobStatus(
                submission.job(),
                state(job),
                instant(job.path("start-time")),
                api.get(rest, path + "/metrics?get=numRestarts")
                        .path(0)
                        .path("value")
                        .asInt(),
                checkpoints.path("counts").path("completed").asLong(),
                instant(checkpoints.path("latest").path("completed").path("latest_ack_timestamp")),
                rootCause(api.get(rest, path + "/exceptions")));
    }

    /** What Flink itself knows. All else is told from a copy that is some seconds old. */
    private JobState now(URI rest, Submission submission) {
        String state = api.get(rest, "/jobs/" + submission.jobId() + "/status")
                .path("status")
                .asText();
        return JobState.of(state, true);
    }

    /** Of a job that has ended, those of its end: a reason for the end is in no older copy. */
    private JsonNode details(URI rest, Submission submission) {
        boolean hasEnded = now(rest, submission).isFinal();
        long deadline = System.nanoTime() + COPY_AGE.toNanos();
        JsonNode job = api.get(rest, "/jobs/" + submission.jobId());
        while (hasEnded && !state(job).isFinal() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            job = api.get(rest, "/jobs/" + submission.jobId());
        }
        return job;
    }

    private static Optional<Instant> instant(JsonNode milliseconds) {
        return milliseconds.asLong() > 0 ? Optional.of(Instant.ofEpochMilli(milliseconds.asLong())) : Optional.empty();
    }

    private Optional<JobStatus> byManager(Submission submission) {
        return cluster.condition(submission).map(condition -> status(submission, condition));
    }

    private static JobStatus status(Submission submission, Condition condition) {
        return new JobStatus(
                submission.job(), condition.state(), Optional.empty(), 0, 0, Optional.empty(), condition.rootCause());
    }

    private static ClusterUnreachableException unknown(Submission submission) {
        return new ClusterUnreachableException("the cluster does not know job " + submission.job(), null);
    }

    private static JobState state(JsonNode job) {
        return JobState.of(job.path("state").asText(), allTasksRun(job));
    }

    private static boolean allTasksRun(JsonNode job) {
        for (JsonNode vertex : job.path("vertices")) {
            int running = vertex.path("tasks").path("RUNNING").asInt();
            int finished = vertex.path("tasks").path("FINISHED").asInt();
            if (running + finished < vertex.path("parallelism").asInt()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> rootCause(JsonNode exceptions) {
        JsonNode entries = exceptions.path("exceptionHistory").path("entries");
        if (!entries.isEmpty()) {
            return Optional.of(RootCause.of(entries.get(0).path("stacktrace").asText()));
        }
        String root = exceptions.path("root-exception").asText("");
        return root.isBlank() || root.equals("null") ? Optional.empty() : Optional.of(RootCause.of(root));
    }
}
