package io.elt.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.submit.Submission;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a cluster over Flink's REST API. */
public final class JobStatusReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @throws ClusterUnreachableException if the cluster does not answer
     */
    public JobStatus read(Submission submission) {
        JobState state = state(submission);
        return new JobStatus(
                submission.job(),
                state,
                get(submission, "/metrics?get=numRestarts")
                        .path(0)
                        .path("value")
                        .asInt(),
                get(submission, "/checkpoints").path("counts").path("completed").asLong(),
                rootCause(get(submission, "/exceptions")));
    }

    /**
     * Only the state, for those who ask often.
     *
     * @throws ClusterUnreachableException if the cluster does not answer
     */
    public JobState state(Submission submission) {
        JsonNode job = get(submission, "");
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

    private JsonNode get(Submission submission, String path) {
        URI address = URI.create(submission.rest() + "/jobs/" + submission.jobId() + path);
        try {
            var answer =
                    http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ClusterUnreachableException(
                        address + " answered " + answer.statusCode() + ": " + answer.body(), null);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new ClusterUnreachableException("the cluster at " + submission.rest() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterUnreachableException("interrupted while asking " + submission.rest(), e);
        }
    }
}
