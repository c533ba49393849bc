package io.elt.cli.run;

import io.elt.project.Overrides;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code elt rollback} was asked for.
 *
 * @param to an entry of the record or the end of its id; empty for the last one with other statements
 */
public record RollbackRequest(Path directory, Overrides overrides, String job, Optional<String> to, Scope scope) {
    /** What may go back. */
    public enum Scope {
        JOB,
        /** Also the jobs that have read what it wrote. */
        DOWNSTREAM
    }
}
