package io.elt.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import static java.util.Objects.requireNonNull;

/**
 * One job, ready to run but for its secrets: nothing else is left to render, look up or decide. Where a secret belongs, there
 * is a {@link Placeholder}, so a bundle may be stored, logged and shown. The secrets travel beside it, as {@link JobSecrets}.
 *
 * @param name the job's name on the cluster
 * @param settings Flink configuration, by Flink's own keys
 * @param statements Flink SQL, one statement each, in order
 */
public record JobBundle(String name, Map<String, String> settings, List<String> statements) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public JobBundle {
        requireNonNull(name, "name");
        settings = new TreeMap<>(settings);
        statements = List.copyOf(statements);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a job bundle needs a name");
        }
    }

    /** Of the secrets that it has places for. */
    public SortedSet<String> secretNames() {
        SortedSet<String> names = new TreeSet<>();
        settings.values().forEach(value -> names.addAll(Placeholder.namesIn(value)));
        statements.forEach(statement -> names.addAll(Placeholder.namesIn(statement)));
        return names;
    }

    /**
     * What of the settings a cluster of its own is started with. Flink's web page shows these and hides values by their names:
     * a secret under another name is only for the job, and so is what differs from start to start.
     *
     * @param isHidden whether Flink hides the value of a key
     */
    public Map<String, String> clusterSettings(JobSecrets secrets, Predicate<String> isHidden) {
        Map<String, String> shown = new TreeMap<>(settings);
        shown.entrySet().removeIf(setting -> setting.getValue().contains(Placeholder.START));
        shown.entrySet()
                .removeIf(setting ->
                        !Placeholder.namesIn(setting.getValue()).isEmpty() && !isHidden.test(setting.getKey()));
        shown.replaceAll((key, value) -> Placeholder.fillSetting(value, secrets));
        return shown;
    }

    /** The form in which a bundle travels to a cluster. Keys are sorted: the same bundle gives the same text. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job bundle of strings is always JSON", e);
        }
    }

    /**
     * @param json what {@link #toJson} wrote
     * @throws IllegalArgumentException if the text is not a bundle; its message names what is wrong
     */
    public static JobBundle fromJson(String json) {
        try {
            return JSON.readValue(json, JobBundle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a job bundle: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "JobBundle[" + name + ", " + statements.size() + " statements]";
    }
}
