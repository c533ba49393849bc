package io.elt.cli.run;

import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.Retention;
import io.elt.deployment.TableTags;
import io.elt.project.HistorySettings;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Ends what the record holds beyond what the target keeps, of all its jobs, also of those that the project no longer has. Savepoints
 * and tags go before their entries: whoever is killed in between leaves entries that can be expired again.
 */
final class RecordExpiry {
    private final DeploymentRecord record;
    private final StateFolder states;
    private final Retention retention;

    RecordExpiry(DeploymentRecord record, StateFolder states, Retention retention) {
        this.record = record;
        this.states = states;
        this.retention = retention;
    }

    static Retention retention(HistorySettings settings) {
        return new Retention(
                settings.savepoints().orElse(Retention.USUAL.savepoints()),
                settings.age().orElse(Retention.USUAL.age()));
    }

    /**
     * @param stopped jobs that have just left savepoints, be they in a record or not: a project without a lake has none
     * @throws io.elt.deployment.RecordException if the record cannot be read or written
     * @throws java.io.UncheckedIOException if the folder of savepoints cannot be
     */
    void expire(String project, String target, Set<String> stopped, Instant now) {
        Map<String, Set<String>> kept = new TreeMap<>();
        stopped.forEach(job -> kept.put(job, new HashSet<>()));
        Map<String, List<Retention.Expiry>> byLake = new TreeMap<>();
        for (String lake : record.lakes()) {
            List<Retention.Expiry> expiries = new ArrayList<>();
            byJob(lake, project, target).forEach((job, entries) -> {
                Retention.Expiry expiry = retention.expired(entries, now);
                kept.computeIfAbsent(job, any -> new HashSet<>()).addAll(expiry.kept());
                expiries.add(expiry);
            });
            byLake.put(lake, expiries);
        }
        kept.forEach((job, savepoints) -> {
            SavedState state = states.of(job);
            state.keepSavepoints(retention.savepoints(), savepoints);
            state.deletePutAside(now.minus(retention.age()));
        });
        byLake.forEach(this::expire);
    }

    private void expire(String lake, List<Retention.Expiry> expiries) {
        TableTags tags = record.tags();
        expiries.forEach(expiry -> expiry.tags().forEach(tags::delete));
        List<Deployment> entries =
                expiries.stream().flatMap(expiry -> expiry.entries().stream()).toList();
        if (!entries.isEmpty()) {
            record.delete(lake, entries);
        }
    }

    private Map<String, List<Deployment>> byJob(String lake, String project, String target) {
        return record.outlines(lake, project, target).stream()
                .collect(Collectors.groupingBy(Deployment::job, TreeMap::new, Collectors.toList()));
    }
}
