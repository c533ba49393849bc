package io.elt.cli.run;

import io.elt.deployment.Program;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.Redactor;
import io.elt.plan.Checked;
import io.elt.plan.Job;
import io.elt.plan.operator.JobOperators;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * The plans of a project's jobs as the optimiser makes them, found while other things go on: to run a job nobody needs to
 * wait for them, only who writes the record or compares.
 */
final class OptimisedJobs {
    private final CompletableFuture<Checked> checked;
    private final Redactor redactor;

    private OptimisedJobs(CompletableFuture<Checked> checked, Redactor redactor) {
        this.checked = checked;
        this.redactor = redactor;
    }

    static OptimisedJobs of(LoadedProject loaded, Redactor redactor) {
        CompletableFuture<Checked> checked = new CompletableFuture<>();
        Thread planner = new Thread(() -> complete(checked, loaded), "elt-optimise");
        planner.setDaemon(true);
        planner.start();
        return new OptimisedJobs(checked, redactor);
    }

    private static void complete(CompletableFuture<Checked> checked, LoadedProject loaded) {
        try {
            checked.complete(Planning.check(loaded));
        } catch (RuntimeException e) {
            checked.completeExceptionally(e);
        }
    }

    /**
     * What only the optimiser shows, and what a job would be silently wrong by.
     *
     * @throws EltException if rows that are deleted would stay in a table of one of these jobs
     */
    void requireDeletes(Collection<Job> jobs) {
        Problems problems = new Problems();
        Set<String> files = jobs.stream().flatMap(job -> job.files().stream()).collect(Collectors.toSet());
        problems().stream()
                .filter(problem -> problem.code() == ErrorCode.DELETES_LOST)
                .filter(problem -> problem.span()
                        .filter(place -> files.contains(place.file()))
                        .isPresent())
                .forEach(problems::add);
        problems.throwIfErrors();
    }

    private List<Diagnostic> problems() {
        try {
            return checked.join().problems();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EltException told) {
                return told.diagnostics();
            }
            throw e;
        }
    }

    /** Without secrets; empty if the optimiser did not take the job well, which its start will tell. */
    Optional<JobOperators> of(String job) {
        try {
            return checked.join().operators().stream()
                    .filter(read -> read.job().equals(job))
                    .findFirst()
                    .flatMap(read -> Program.storable(read, redactor::redact));
        } catch (CompletionException e) {
            if (e.getCause() instanceof EltException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
