package io.elt.cli.run;

import io.elt.plan.Plan;
import io.elt.submit.Cluster;
import io.elt.submit.StopException;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Runs a graph empty: each job is stopped with a savepoint as soon as all that it reads from has stopped and it has
 * nothing left to read. A stop returns when everything is committed, so a reader then sees the last snapshot there will
 * be. That makes "caught up" a fact and not a guess.
 */
final class Drain {
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int STOP_ATTEMPTS = 3;
    private static final Duration STOP_WITHIN = Duration.ofMinutes(5);

    private final Plan plan;
    private final Cluster cluster;
    private final Inputs inputs;
    private final JobWatch watch;
    private final Recorder recorder;
    private final BooleanSupplier interrupted;
    private volatile boolean abandoned;

    Drain(Plan plan, Cluster cluster, Inputs inputs, JobWatch watch, Recorder recorder, BooleanSupplier interrupted) {
        this.plan = plan;
        this.cluster = cluster;
        this.inputs = inputs;
        this.watch = watch;
        this.recorder = recorder;
        this.interrupted = interrupted;
    }

    /**
     * @param jobs in the plan's order
     * @return true when everything was read, false when it was interrupted; jobs may then still run
     */
    boolean run(List<RunningJob> jobs) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Map<String, CompletableFuture<Void>> stopped = new HashMap<>();
            for (RunningJob job : jobs) {
                CompletableFuture<?>[] upstream = plan.upstream(job.job()).stream()
                        .map(before -> stopped.get(before.name()))
                        .filter(future -> future != null)
                        .toArray(CompletableFuture[]::new);
                stopped.put(job.name(), CompletableFuture.allOf(upstream).thenRunAsync(() -> drain(job), threads));
            }
            stopped.values()
                    .forEach(future -> future.exceptionally(error -> {
                        abandoned = true;
                        return null;
                    }));
            OtherThread.result(CompletableFuture.allOf(stopped.values().toArray(CompletableFuture[]::new)));
            return !interrupted.getAsBoolean();
        } finally {
            threads.shutdown();
        }
    }

    private void drain(RunningJob job) {
        for (int attempt = 1; ; attempt++) {
            while (!isDone(job)) {
                if (abandoned || interrupted.getAsBoolean()) {
                    return;
                }
                LockSupport.parkNanos(LOOK_AGAIN);
            }
            if (watch.check(job).state().isFinal()) {
                return;
            }
            try {
                String savepoint = cluster.stop(job.submission(), job.state().savepoints(), STOP_WITHIN);
                recorder.stopped(job.job(), savepoint);
                return;
            } catch (StopException e) {
                if (watch.check(job).state().isFinal()) {
                    // It ended by itself in this very moment.
                    return;
                }
                // A task failed on the way out: the job goes on from its last checkpoint and is stopped again.
                if (attempt == STOP_ATTEMPTS) {
                    throw watch.notStopped(job, e).toException(e);
                }
            }
        }
    }

    private boolean isDone(RunningJob job) {
        // A job over bounded inputs ends by itself, with everything committed; before, nobody knows what it has not
        // read.
        return watch.isRunning(job)
                ? !job.job().endsByItself() && !inputs.unreadUpToMark(job.job())
                : watch.check(job).state().isFinal();
    }
}
