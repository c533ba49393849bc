package io.elt.cli.run;

import io.elt.deployment.Action;
import io.elt.deployment.Deployment;
import io.elt.deployment.Standing;
import io.elt.deployment.TableTags;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.submit.SavedState;

import java.util.List;
import java.util.Optional;

/**
 * The entries of one job, to choose from.
 *
 * @param newestFirst at least one
 */
record RecordEntries(String target, String job, List<Deployment> newestFirst) {
    Deployment newest() {
        return newestFirst.get(0);
    }

    /** Where a rollback went, or was to go, if nothing was started since. */
    Optional<Deployment> goal() {
        Optional<String> savepoint =
                newest().action() == Action.ROLLBACK ? newest().remains().restoredFrom() : Optional.empty();
        return newestFirst.stream()
                .filter(entry -> savepoint.filter(entry::left).isPresent())
                .findFirst();
    }

    /** Whether an entry is that of a rollback that was interrupted: the state goes back last. */
    static boolean isUnfinished(Deployment entry, SavedState state, TableTags tags) {
        return entry.action() == Action.ROLLBACK
                && entry.remains().restoredFrom().isPresent()
                && (state.latest().filter(entry::startedFrom).isEmpty()
                        || entry.remains().tags().entrySet().stream()
                                .anyMatch(tag -> tags.snapshotsSince(tag.getKey(), tag.getValue())
                                                .orElse(0)
                                        > 0));
    }

    /** The last entry that had other statements or settings than the newest one. */
    Optional<Deployment> beforeTheLastChange() {
        return newestFirst.stream().filter(this::isOther).findFirst();
    }

    /**
     * The last one that the job can go back to: with other statements or settings than now, and a savepoint.
     *
     * @throws io.elt.diagnostic.EltException if there is none
     */
    Deployment toGoBackTo() {
        return Standing.of(newestFirst).entries().stream()
                .filter(entry -> entry.hasState() && isOther(entry))
                .findFirst()
                .orElseThrow(() -> Diagnostic.error(
                                ErrorCode.NOT_IN_RECORD,
                                "the record of target " + target + " has no savepoint of job " + job
                                        + " with other statements than it has now")
                        .withHint("'elt history " + job + "' lists what there is; choose one with --to ID")
                        .toException());
    }

    private boolean isOther(Deployment entry) {
        return !entry.program().fingerprint().equals(newest().program().fingerprint());
    }

    /**
     * @param id or its end
     * @throws io.elt.diagnostic.EltException if none or several end so
     */
    Deployment entry(String id) {
        List<Deployment> found =
                newestFirst.stream().filter(entry -> entry.id().endsWith(id)).toList();
        if (found.size() != 1) {
            String how = found.isEmpty() ? "no deployment '" : "several deployments that end with '";
            throw Diagnostic.error(
                            ErrorCode.NOT_IN_RECORD,
                            "the record of target " + target + " has " + how + id + "' of job " + job)
                    .withHint("'elt history " + job + "' lists them")
                    .toException();
        }
        return found.get(0);
    }
}
