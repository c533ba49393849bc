package io.elt.cli.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that Flink's REST API tells whoever asks: what its web page shows, and more. */
final class FlinkAnswers {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final List<String> OF_THE_CLUSTER = List.of(
            "/config",
            "/overview",
            "/jobs",
            "/jobs/overview",
            "/jobmanager/config",
            "/jobmanager/environment",
            "/jobmanager/logs",
            "/jobmanager/metrics",
            "/jobmanager/thread-dump",
            "/taskmanagers",
            "/jars");

    private static final List<String> OF_A_JOB = List.of(
            "",
            "/accumulators?includeSerializedValue=true",
            "/checkpoints",
            "/checkpoints/config",
            "/config",
            "/exceptions",
            "/execution-result",
            "/jobmanager/config",
            "/jobmanager/environment",
            "/metrics",
            "/plan");

    private static final List<String> OF_A_VERTEX = List.of(
            "",
            "/accumulators",
            "/jm-operator-metrics",
            "/metrics",
            "/subtasks/accumulators",
            "/subtasks/metrics",
            "/subtasktimes",
            "/taskmanagers");

    private static final List<String> OF_A_TASK_MANAGER = List.of("", "/logs", "/metrics", "/thread-dump");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;
    private final Map<String, String> answers = new TreeMap<>();

    private FlinkAnswers(URI root) {
        this.root = root;
    }

    /** By their addresses. */
    static Map<String, String> of(URI root) throws IOException, InterruptedException {
        FlinkAnswers flink = new FlinkAnswers(root);
        flink.ask("", OF_THE_CLUSTER);
        for (String job : flink.idsAt("/jobs")) {
            flink.ask("/jobs/" + job, OF_A_JOB);
            for (String vertex : flink.idsAt("/jobs/" + job)) {
                flink.ask("/jobs/" + job + "/vertices/" + vertex, OF_A_VERTEX);
            }
        }
        for (String taskManager : flink.idsAt("/taskmanagers")) {
            flink.ask("/taskmanagers/" + taskManager, OF_A_TASK_MANAGER);
        }
        return flink.answers;
    }

    private void ask(String prefix, List<String> pages) throws IOException, InterruptedException {
        for (String page : pages) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(root + prefix + page)).build();
            answers.put(
                    prefix + page,
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private Set<String> idsAt(String address) {
        return ID.matcher(answers.get(address))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
