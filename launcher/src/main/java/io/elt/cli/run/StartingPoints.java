package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.plan.Job;
import io.elt.status.Lake;
import io.elt.submit.StateFolder;

import java.util.List;
import java.util.Optional;

/** The saved state from which jobs begin. */
record StartingPoints(StateFolder states, Lake lake) {
    /** Empty for a job that starts over. */
    Optional<String> of(Job job, Start start) {
        if (start.isFresh()) {
            return Optional.empty();
        }
        if (start.savepoint().isPresent()) {
            return start.savepoint();
        }
        return hasItsTables(job) ? states.of(job.name()).latest() : Optional.empty();
    }

    /** Why a job could not read on from there what it reads of databases. */
    List<Diagnostic> unreadable(Job job, Start start) {
        return MySqlInputs.unreadable(job, () -> of(job, start));
    }

    /** State without its tables belongs to a lake that is gone. */
    private boolean hasItsTables(Job job) {
        return job.writes().stream().filter(lake::holds).allMatch(lake::exists);
    }
}
