package io.elt.plan.cache;

import io.elt.plan.ScriptFile;
import io.elt.script.Statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of one project as it is now. To be used by one thread. */
public final class PlanMemory implements AutoCloseable {
    private final PlanKeys keys;
    private final CacheFolder folder;
    private final Map<String, Optional<String>> jobKeys = new HashMap<>();

    PlanMemory(PlanKeys keys, CacheFolder folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /** The names of the project's catalogs, in order. */
    public List<String> catalogs() {
        return List.copyOf(keys.catalogs().keySet());
    }

    /** The Paimon catalogs with their properties. */
    public Map<String, Map<String, String>> lakes() {
        Map<String, Map<String, String>> lakes = new HashMap<>();
        keys.catalogs().forEach((name, catalog) -> {
            if (PlanKeys.type(catalog).equals("paimon")) {
                lakes.put(name, catalog.properties());
            }
        });
        return lakes;
    }

    /**
     * @param goal how far it has to be planned
     */
    public Optional<JobEntry> job(String name, List<ScriptFile> scripts, String goal) {
        return key(name, scripts, goal).flatMap(key -> read(key, JobEntry.class, SecretTexts.of(scripts)));
    }

    public void keep(String name, List<ScriptFile> scripts, String goal, JobEntry entry) {
        key(name, scripts, goal).ifPresent(key -> write(key, entry, SecretTexts.of(scripts)));
    }

    public Optional<DefinitionsEntry> definitions(ScriptFile script) {
        return read(keys.definitions(script), DefinitionsEntry.class, SecretTexts.of(List.of(script)));
    }

    public void keep(ScriptFile script, DefinitionsEntry entry) {
        boolean holdsSecrets = PlanKeys.definitionsOf(script).stream()
                .anyMatch(statement -> !statement.secrets().isEmpty());
        if (!holdsSecrets) {
            write(keys.definitions(script), entry, SecretTexts.of(List.of(script)));
        }
    }

    /** The statements of a file that define what outlives it. */
    public List<Statement> definitionsOf(ScriptFile script) {
        return PlanKeys.definitionsOf(script);
    }

    /** The files that define what these mention, by their paths. */
    public Set<String> definers(List<ScriptFile> scripts) {
        return keys.definers(scripts);
    }

    @Override
    public void close() {
        folder.close();
    }

    private Optional<String> key(String name, List<ScriptFile> scripts, String goal) {
        return jobKeys.computeIfAbsent(goal + " " + name, unknown -> keys.job(name, scripts, goal));
    }

    private <T extends Record> Optional<T> read(String key, Class<T> type, SecretTexts secrets) {
        return folder.read(key).flatMap(bytes -> {
            try {
                return Optional.of(RecordCodec.read(type, bytes, secrets::show));
            } catch (RuntimeException e) {
                // Whole, but not what was expected: as if it were not there, and it is written anew.
                return Optional.empty();
            }
        });
    }

    private void write(String key, Record entry, SecretTexts secrets) {
        try {
            folder.write(key, RecordCodec.write(entry, secrets::hide));
        } catch (IllegalArgumentException e) {
            // A text that cannot be kept; it is planned anew each time.
            return;
        }
    }
}
