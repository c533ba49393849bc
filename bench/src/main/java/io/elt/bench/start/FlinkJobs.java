package io.elt.bench.start;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.RestApi;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a JobManager says of its jobs. */
final class FlinkJobs {
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");

    private final RestApi api = new RestApi();

    /** How many have all their tasks running; none as long as nobody answers. */
    int running(URI rest) {
        try {
            return (int) jobs(rest).stream().filter(FlinkJobs::isRunning).count();
        } catch (ClusterUnreachableException e) {
            return 0;
        }
    }

    /** The ids of those that have not ended. */
    List<String> alive(URI rest) {
        return jobs(rest).stream()
                .filter(job -> !ENDED.contains(job.path("state").asText()))
                .map(job -> job.path("jid").asText())
                .toList();
    }

    int freeSlots(URI rest) {
        return api.get(rest, "/overview").path("slots-available").asInt();
    }

    private List<JsonNode> jobs(URI rest) {
        List<JsonNode> jobs = new ArrayList<>();
        api.get(rest, "/jobs/overview").path("jobs").forEach(jobs::add);
        return jobs;
    }

    private static boolean isRunning(JsonNode job) {
        JsonNode tasks = job.path("tasks");
        return job.path("state").asText().equals("RUNNING")
                && tasks.path("total").asInt() > 0
                && tasks.path("running").asInt() == tasks.path("total").asInt();
    }
}
