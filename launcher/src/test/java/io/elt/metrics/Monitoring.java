package io.elt.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rules and the dashboard of the chart.
 *
 * @param recorded expressions of the rules that make new metrics, by their names
 * @param alerts expressions of the alerts, by their names
 * @param panels expressions of the dashboard, by the titles of the panels, or the names of the variables
 */
public record Monitoring(Map<String, String> recorded, Map<String, String> alerts, Map<String, List<String>> panels) {
    private static final Path FILES = Path.of("").toAbsolutePath().getParent().resolve("helm/elt/files");

    /** Prometheus itself gives these to what it scrapes, as it was told where to find it. */
    private static final Set<String> OF_PROMETHEUS = Set.of("namespace");

    static final Path ALERTS = FILES.resolve("alerts.yaml");

    public static Monitoring read() {
        Map<String, String> recorded = new TreeMap<>();
        Map<String, String> alerts = new TreeMap<>();
        for (JsonNode group : tree(new YAMLMapper(), ALERTS).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                String expression = rule.path("expr").asText();
                if (rule.has("record")) {
                    recorded.put(rule.path("record").asText(), expression);
                } else {
                    alerts.put(rule.path("alert").asText(), expression);
                }
            }
        }
        return new Monitoring(recorded, alerts, panels(tree(new ObjectMapper(), FILES.resolve("dashboard.json"))));
    }

    private static Map<String, List<String>> panels(JsonNode dashboard) {
        Map<String, List<String>> panels = new TreeMap<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                panels.computeIfAbsent(panel.path("title").asText(), title -> new ArrayList<>())
                        .add(target.path("expr").asText());
            }
        }
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            String query = variable.path("query").path("query").asText();
            if (!query.isEmpty()) {
                panels.put("$" + variable.path("name").asText(), List.of(selector(query)));
            }
        }
        return panels;
    }

    /** {@code label_values(metric, label)} asks for the metric by that label. */
    private static String selector(String query) {
        return Pattern.compile("label_values\\((.*), (\\w+)\\)").matcher(query).replaceFirst("$1{$2=~\".*\"}");
    }

    private static JsonNode tree(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every expression of alerts and panels, by what asks it. */
    private Map<String, String> questions() {
        Map<String, String> questions = new TreeMap<>(recorded);
        questions.putAll(alerts);
        panels.forEach((title, expressions) -> {
            for (int i = 0; i < expressions.size(); i++) {
                questions.put(title + " " + i, expressions.get(i));
            }
        });
        return questions;
    }

    /** What is asked for and not there, in words; empty if all that is asked comes out. */
    public List<String> missing(Exposition metrics) {
        List<String> missing = new ArrayList<>();
        questions().forEach((who, expression) -> {
            PromQl asked = PromQl.of(expression);
            asked.matchers().forEach((metric, labels) -> {
                if (!recorded.containsKey(metric) && !metrics.names().contains(metric)) {
                    missing.add(who + ": no metric " + metric);
                    return;
                }
                Set<String> wanted = new TreeSet<>(labels);
                wanted.addAll(asked.groupings());
                wanted.removeAll(asked.made().keySet());
                wanted.addAll(asked.made().values());
                wanted.removeAll(labels(metric, metrics));
                wanted.removeAll(OF_PROMETHEUS);
                wanted.forEach(label -> missing.add(who + ": " + metric + " has no label " + label));
            });
        });
        return missing;
    }

    /** A recorded metric has the labels that its expression groups by. */
    private Set<String> labels(String metric, Exposition metrics) {
        String expression = recorded.get(metric);
        return expression == null
                ? metrics.labels(metric)
                : PromQl.of(expression).groupings();
    }
}
