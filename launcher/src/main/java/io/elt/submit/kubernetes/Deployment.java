package io.elt.submit.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.submit.Condition;
import io.elt.submit.JobState;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A FlinkDeployment as it is in the cluster: what was asked for, and what the operator says came of it.
 *
 * @param resource with {@code status}
 */
record Deployment(JsonNode resource) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String name() {
        return resource.at("/metadata/name").asText();
    }

    Optional<String> annotation(String key) {
        return text(resource.path("metadata").path("annotations").path(key));
    }

    Optional<String> jobId() {
        return text(resource.at("/status/jobStatus/jobId"));
    }

    /** The ConfigMap that its JobManager reads. */
    Optional<String> configMap() {
        for (JsonNode volume : resource.at("/spec/jobManager/podTemplate/spec/volumes")) {
            Optional<String> map = text(volume.at("/configMap/name"));
            if (map.isPresent()) {
                return map;
            }
        }
        return Optional.empty();
    }

    /** Whether the operator has seen the deployment as it is asked for now. */
    boolean isObserved() {
        return resource.at("/status/observedGeneration").asLong(-1)
                >= resource.at("/metadata/generation").asLong();
    }

    boolean isSuspended() {
        return resource.at("/spec/job/state").asText().equals("suspended");
    }

    /** It is suspended, and the operator is done with that. */
    boolean hasStopped() {
        return isSuspended()
                && isObserved()
                && resource.at("/status/lifecycleState").asText().equals("SUSPENDED");
    }

    /** From where the operator would start the job again. */
    Optional<String> savepoint() {
        return Stream.of(
                        "/status/jobStatus/upgradeSavepointPath",
                        "/status/jobStatus/savepointInfo/lastSavepoint/location")
                .flatMap(path -> text(resource.at(path)).stream())
                .findFirst();
    }

    /** The operator's last complaint, in one line. */
    Optional<String> error() {
        return text(resource.at("/status/error")).map(Deployment::rootCause);
    }

    Condition condition() {
        return new Condition(state(), error());
    }

    private JobState state() {
        String lifecycle = resource.at("/status/lifecycleState").asText();
        String flink = resource.at("/status/jobStatus/state").asText();
        if (hasStopped()) {
            return JobState.FINISHED;
        }
        if (lifecycle.equals("FAILED")
                || resource.at("/status/jobManagerDeploymentStatus").asText().equals("ERROR")) {
            return JobState.FAILED;
        }
        if (lifecycle.equals("UPGRADING") || lifecycle.equals("ROLLING_BACK") || !isObserved()) {
            return JobState.STARTING;
        }
        return JobState.of(flink, true);
    }

    /** The operator writes exceptions as JSON: the outermost, and a list of its causes. */
    private static String rootCause(String error) {
        try {
            JsonNode parsed = JSON.readTree(error);
            JsonNode causes = parsed.path("throwableList");
            JsonNode root = causes.isEmpty() ? parsed : causes.get(causes.size() - 1);
            return text(root.path("message"))
                    .or(() -> text(parsed.path("message")))
                    .orElse(error);
        } catch (JsonProcessingException e) {
            return error;
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
