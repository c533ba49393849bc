package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an API server demands of names, labels and annotations, which no schema says. */
final class Metadata {
    private static final String WORD = "[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(?:\\." + LABEL + ")*";
    private static final Pattern NAME = Pattern.compile(SUBDOMAIN);
    private static final Pattern NAMESPACE = Pattern.compile(LABEL);
    private static final Pattern KEY = Pattern.compile("(?:" + SUBDOMAIN + "/)?" + WORD);
    private static final Pattern VALUE = Pattern.compile("(?:" + WORD + ")?");
    private static final Set<String> FIELDS =
            Set.of("name", "namespace", "labels", "annotations", "finalizers", "ownerReferences");
    private static final int LONGEST_NAME = 253;
    private static final int ANNOTATIONS = 256 * 1024;

    private final List<String> problems = new ArrayList<>();

    private Metadata() {}

    static List<String> problems(JsonNode metadata) {
        Metadata check = new Metadata();
        metadata.fieldNames().forEachRemaining(field -> check.demand(FIELDS.contains(field), field, "is not written"));
        String name = metadata.path("name").asText();
        check.demand(NAME.matcher(name).matches() && name.length() <= LONGEST_NAME, "name", "is no DNS-1123 subdomain");
        if (metadata.has("namespace")) {
            check.demand(
                    NAMESPACE.matcher(metadata.get("namespace").asText()).matches(), "namespace", "is no DNS label");
        }
        metadata.path("labels").fields().forEachRemaining(label -> {
            check.text("labels", label.getKey(), label.getValue());
            check.demand(
                    VALUE.matcher(label.getValue().asText()).matches(),
                    "labels." + label.getKey(),
                    "is no value of a label: " + label.getValue());
        });
        int size = 0;
        for (var annotations = metadata.path("annotations").fields(); annotations.hasNext(); ) {
            var annotation = annotations.next();
            check.text("annotations", annotation.getKey(), annotation.getValue());
            size += annotation.getKey().length()
                    + annotation.getValue().asText().length();
        }
        check.demand(size <= ANNOTATIONS, "annotations", "are larger than 256 KiB");
        return check.problems;
    }

    private void text(String field, String key, JsonNode value) {
        demand(KEY.matcher(key).matches(), field + "." + key, "is no qualified name");
        demand(value.isTextual(), field + "." + key, "is no text");
    }

    private void demand(boolean holds, String path, String problem) {
        if (!holds) {
            problems.add("$.metadata." + path + ": " + problem);
        }
    }
}
