package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.TableName;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Starts jobs, several at once. A job waits for the first that writes a table of its own: that one creates it, and two that
 * create the same table at the same time would fail.
 */
final class Starts implements AutoCloseable {
    private final int atOnce;
    private final ExecutorService threads;
    private final Map<TableName, CompletableFuture<RunningJob>> creators = new HashMap<>();
    private final Map<Job, CompletableFuture<RunningJob>> starts = new LinkedHashMap<>();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private volatile boolean abandoned;

    /**
     * @param atOnce how many; with one they are started in the order in which they are added
     */
    Starts(int atOnce) {
        this.atOnce = atOnce;
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    /**
     * @param job reads nothing of jobs that are added later
     */
    void add(Job job, Supplier<RunningJob> start) {
        CompletableFuture<?>[] before = atOnce == 1
                ? new CompletableFuture<?>[] {last}
                : Stream.concat(job.reads().stream(), job.writes().stream())
                        .filter(creators::containsKey)
                        .map(creators::get)
                        .toArray(CompletableFuture[]::new);
        CompletableFuture<RunningJob> started =
                CompletableFuture.allOf(before).thenApplyAsync(nothing -> start(start), threads);
        job.writes().forEach(table -> creators.putIfAbsent(table, started));
        starts.put(job, started);
        last = started;
    }

    /** One that runs already: nobody has to wait for it. */
    void add(RunningJob found) {
        starts.put(found.job(), CompletableFuture.completedFuture(found));
    }

    private RunningJob start(Supplier<RunningJob> start) {
        if (abandoned) {
            throw new CancellationException();
        }
        try {
            return start.get();
        } catch (RuntimeException e) {
            abandoned = true;
            throw e;
        }
    }

    /**
     * Waits until a job is started.
     *
     * @throws RuntimeException that its start has thrown, or that of a job that it waited for
     */
    void await(Job job) {
        OtherThread.result(starts.get(job));
    }

    /** Those that were started, in the order in which they were added. Nothing is being started any more then. */
    List<RunningJob> started() {
        return starts.values().stream()
                .map(start -> start.exceptionally(error -> null).join())
                .filter(job -> job != null)
                .toList();
    }

    /** Starts no more of them. */
    @Override
    public void close() {
        abandoned = true;
        threads.shutdown();
    }
}
