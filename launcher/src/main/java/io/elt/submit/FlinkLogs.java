package io.elt.submit;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The logs of the processes of a Flink cluster, over its REST API. */
final class FlinkLogs {
    private final URI rest;
    private final RestApi api = new RestApi();

    /**
     * @param rest root of the API
     */
    FlinkLogs(URI rest) {
        this.rest = rest;
    }

    /** Of the JobManager, and of the TaskManagers that have tasks of the job. */
    List<JobLog> of(Submission submission, int lines) {
        List<JobLog> logs = new ArrayList<>();
        logs.add(JobLog.tail("jobmanager", api.text(rest, "/jobmanager/log"), lines));
        for (String id : taskManagers(submission)) {
            logs.add(JobLog.tail("taskmanager " + id, api.text(rest, "/taskmanagers/" + id + "/log"), lines));
        }
        return logs;
    }

    private Set<String> taskManagers(Submission submission) {
        String job = "/jobs/" + submission.jobId();
        Set<String> ids = new TreeSet<>();
        for (JsonNode vertex : api.get(rest, job).path("vertices")) {
            api.get(rest, job + "/vertices/" + vertex.path("id").asText() + "/taskmanagers")
                    .path("taskmanagers")
                    .forEach(taskManager ->
                            ids.add(taskManager.path("taskmanager-id").asText()));
        }
        ids.remove("(unassigned)");
        return ids;
    }
}
