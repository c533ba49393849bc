package io.elt.submit.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.submit.Condition;
import io.elt.submit.JobState;

import java.util.Optional;
import java.util.Set;

/**
 * A FlinkDeployment as it is in the cluster: what was asked for, and what the operator says came of it.
 *
 * @param resource with {@code status}
 */
record Deployment(JsonNode resource) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The operator is not done with the deployment. */
    private static final Set<String> UNDER_WAY = Set.of("CREATED", "UPGRADING", "ROLLING_BACK");

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
        return isSuspended() && isObserved() && lifecycle().equals("SUSPENDED");
    }

    /** The operator has deployed what is asked for now, and its job has an id. */
    boolean isTaken() {
        return isObserved() && !UNDER_WAY.contains(lifecycle()) && jobId().isPresent();
    }

    /**
     * Where a stopped job stopped. Empty if the operator could take no savepoint: it would then go on from the last checkpoint,
     * which it finds by itself, and what stands here is the savepoint of some earlier stop, or a word of the operator's own.
     */
    Optional<String> savepoint() {
        if (restoreMode().filter("last-state"::equals).isPresent()) {
            return Optional.empty();
        }
        return text(resource.at("/status/jobStatus/upgradeSavepointPath")).filter(path -> path.contains("/"));
    }

    /** How the operator would start the job again; it keeps the last deployment that it has worked on as JSON. */
    private Optional<String> restoreMode() {
        return text(resource.at("/status/reconciliationStatus/lastReconciledSpec"))
                .map(Deployment::parse)
                .flatMap(spec -> text(spec.at("/spec/job/upgradeMode")));
    }

    /** The operator's last complaint, in one line. */
    Optional<String> error() {
        return text(resource.at("/status/error")).map(Deployment::rootCause);
    }

    Condition condition() {
        return new Condition(state(), error());
    }

    private JobState state() {
        String flink = resource.at("/status/jobStatus/state").asText();
        if (hasStopped()) {
            return JobState.FINISHED;
        }
        if (lifecycle().equals("FAILED")
                || resource.at("/status/jobManagerDeploymentStatus").asText().equals("ERROR")) {
            return JobState.FAILED;
        }
        if (!isObserved() || UNDER_WAY.contains(lifecycle())) {
            return JobState.STARTING;
        }
        return JobState.of(flink, true);
    }

    /** The operator writes exceptions as JSON: the outermost, and a list of its causes. */
    private static String rootCause(String error) {
        JsonNode parsed = parse(error);
        JsonNode causes = parsed.path("throwableList");
        JsonNode root = causes.isEmpty() ? parsed : causes.get(causes.size() - 1);
        return text(root.path("message")).or(() -> text(parsed.path("message"))).orElse(error);
    }

    private String lifecycle() {
        return resource.at("/status/lifecycleState").asText();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
