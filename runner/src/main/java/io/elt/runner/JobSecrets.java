package io.elt.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.elt.runner.secret.SecretForms;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values of the secrets that bundles have placeholders for. It does not show itself, and has no accessors in bean form, so
 * that no serializer writes it by accident.
 */
public final class JobSecrets {
    /** The environment variable that names a file with secrets, as {@link #toJson} writes it. */
    public static final String FILE_VARIABLE = "ELT_SECRETS_FILE";

    /** An environment variable of this name, with the secret's name behind it, holds one secret. It wins over the file. */
    public static final String VARIABLE_PREFIX = "ELT_SECRET_";

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private static final String NO_SECRETS = "not a file of secrets: it has to be one JSON object of texts";

    private final Map<String, String> values;
    private final SecretForms forms = new SecretForms();

    private JobSecrets(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.values.forEach((name, value) -> {
            if (!Placeholder.isName(name)) {
                throw new IllegalArgumentException("'" + name + "' cannot be the name of a secret");
            }
            forms.learn(value);
        });
    }

    public static JobSecrets none() {
        return new JobSecrets(Map.of());
    }

    /** @param values by their names */
    public static JobSecrets of(Map<String, String> values) {
        return new JobSecrets(values);
    }

    /** Those that stand in environment variables of their own. */
    public static JobSecrets fromVariables(Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        environment.forEach((variable, value) -> {
            String name = variable.startsWith(VARIABLE_PREFIX) ? variable.substring(VARIABLE_PREFIX.length()) : "";
            if (Placeholder.isName(name)) {
                values.put(name, value);
            }
        });
        return new JobSecrets(values);
    }

    /**
     * @param json what {@link #toJson} wrote
     * @throws IllegalArgumentException if it is not that; the message repeats nothing of the text
     */
    public static JobSecrets fromJson(String json) {
        Map<String, String> values = texts(json);
        if (values == null || values.containsValue(null)) {
            throw new IllegalArgumentException(NO_SECRETS);
        }
        return new JobSecrets(values);
    }

    private static Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(NO_SECRETS);
        }
    }

    /** With the values in the clear: for a file or a request that only the job's owner can read. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    public SortedSet<String> names() {
        return new TreeSet<>(values.keySet());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value itself; only for the code that hands it to the system it belongs to. */
    public Optional<String> reveal(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Of these secrets those with these names. */
    public JobSecrets only(Collection<String> names) {
        Map<String, String> chosen = new TreeMap<>(values);
        chosen.keySet().retainAll(names);
        return new JobSecrets(chosen);
    }

    /** These secrets and the others, which win. */
    public JobSecrets with(JobSecrets others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others.values);
        return new JobSecrets(all);
    }

    /** A text without the values in it, whatever repeated them. */
    String redact(String text) {
        return forms.redact(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobSecrets secrets && secrets.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "JobSecrets" + values.keySet();
    }
}
