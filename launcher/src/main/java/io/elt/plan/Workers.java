package io.elt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many things, several at a time. */
final class Workers {
    /** More would only wait for memory. */
    private static final int MOST = 8;

    private Workers() {}

    /**
     * The results in the order of the items. The first item is done before all others: the planner initialises hundreds of
     * classes that need each other, and two threads that start with different ones could wait for each other for ever.
     */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        int threads =
                Math.min(MOST, Math.min(items.size() - 1, Runtime.getRuntime().availableProcessors()));
        if (threads < 2) {
            return items.stream().map(work).toList();
        }
        List<R> results = new ArrayList<>();
        results.add(work.apply(items.get(0)));
        ExecutorService executor = Executors.newFixedThreadPool(threads, Workers::thread);
        try {
            List<Future<R>> others = items.subList(1, items.size()).stream()
                    .map(item -> executor.submit(() -> work.apply(item)))
                    .toList();
            for (Future<R> other : others) {
                results.add(result(other));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "planner");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while planning", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
