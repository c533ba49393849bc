package io.elt.cli.run;

import io.elt.deployment.Program;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Redactor;
import io.elt.plan.operator.JobOperators;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The plans of a project's jobs as the optimiser makes them, found while other things go on: to run a job nobody needs to
 * wait for them, only who writes the record or compares.
 */
final class OptimisedJobs {
    private final CompletableFuture<List<JobOperators>> operators;
    private final Redactor redactor;

    private OptimisedJobs(CompletableFuture<List<JobOperators>> operators, Redactor redactor) {
        this.operators = operators;
        this.redactor = redactor;
    }

    static OptimisedJobs of(LoadedProject loaded, Redactor redactor) {
        CompletableFuture<List<JobOperators>> operators = new CompletableFuture<>();
        Thread planner = new Thread(() -> complete(operators, loaded), "elt-optimise");
        planner.setDaemon(true);
        planner.start();
        return new OptimisedJobs(operators, redactor);
    }

    private static void complete(CompletableFuture<List<JobOperators>> operators, LoadedProject loaded) {
        try {
            operators.complete(Planning.check(loaded).operators());
        } catch (RuntimeException e) {
            operators.completeExceptionally(e);
        }
    }

    /** Without secrets; empty if the optimiser did not take the job well, which its start will tell. */
    Optional<JobOperators> of(String job) {
        try {
            return operators.join().stream()
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
