package io.elt.deployment;

import java.util.ArrayList;
import java.util.List;

/**
 * Which entries of a job still hold. A rollback takes back what was done between it and the entry that it went to: that left
 * savepoints and tags which are gone, and statements that somebody did not want.
 *
 * @param entries newest first
 * @param takenBack newest first
 */
public record Standing(List<Deployment> entries, List<Deployment> takenBack) {
    public Standing {
        entries = List.copyOf(entries);
        takenBack = List.copyOf(takenBack);
    }

    /**
     * @param newestFirst all entries of one job
     */
    public static Standing of(List<Deployment> newestFirst) {
        List<Deployment> entries = new ArrayList<>();
        List<Deployment> takenBack = new ArrayList<>();
        Deployment rollback = null;
        for (Deployment entry : newestFirst) {
            if (rollback != null && !isWhereItWent(rollback, entry)) {
                takenBack.add(entry);
                continue;
            }
            entries.add(entry);
            rollback = entry.action() == Action.ROLLBACK ? entry : null;
        }
        return new Standing(entries, takenBack);
    }

    /** To none, if the job had to start over. */
    private static boolean isWhereItWent(Deployment rollback, Deployment entry) {
        return rollback.remains().restoredFrom().filter(entry::left).isPresent();
    }

    /** Whether a job was brought back from what has this fingerprint, and nobody has deployed that again since. */
    public boolean wasTakenBack(String fingerprint) {
        return takenBack.stream()
                        .anyMatch(entry -> entry.program().fingerprint().equals(fingerprint))
                && entries.stream()
                        .noneMatch(entry -> entry.program().fingerprint().equals(fingerprint));
    }
}
