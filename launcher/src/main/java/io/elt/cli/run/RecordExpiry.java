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
import java.util.List;
import java.util.Map;
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
     * @throws io.elt.deployment.RecordException if the record cannot be read or written
     * @throws java.io.UncheckedIOException if the folder of savepoints cannot be
     */
    void expire(String project, String target, Instant now) {
        TableTags tags = record.tags();
        for (String lake : record.lakes()) {
            List<Deployment> expired = new ArrayList<>();
            byJob(lake, project, target).forEach((job, entries) -> {
                Retention.Expiry expiry = retention.expired(entries, now);
                SavedState state = states.of(job);
                state.keepSavepoints(retention.savepoints(), expiry.kept());
                state.deletePutAside(now.minus(retention.age()));
                expiry.tags().forEach(tags::delete);
                expired.addAll(expiry.entries());
            });
            if (!expired.isEmpty()) {
                record.delete(lake, expired);
            }
        }
    }

    private Map<String, List<Deployment>> byJob(String lake, String project, String target) {
        return record.outlines(lake, project, target).stream()
                .collect(Collectors.groupingBy(Deployment::job, TreeMap::new, Collectors.toList()));
    }
}
