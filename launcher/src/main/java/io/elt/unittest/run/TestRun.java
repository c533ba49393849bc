package io.elt.unittest.run;

import io.elt.unittest.TestCase;
import io.elt.unittest.TestFile;
import io.elt.unittest.TestedProject;
import io.elt.unittest.flink.EmbeddedRunner;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Runs cases beside each other, and tells their results in their order. */
public final class TestRun {
    /** A run mostly waits for Flink's threads to talk to each other. */
    private static final int JOBS_PER_PROCESSOR = 3;

    private final TestedProject project;
    private final ZoneId zone;
    private final long seed;
    private final WhenFailed whenFailed;

    /** What a failure means for the cases after it. */
    public enum WhenFailed {
        GO_ON,
        STOP
    }

    /** A case to run, and the file in which it stands. */
    public record Selected(TestFile file, TestCase test) {}

    /** Hears of what happens. */
    public interface Listener {
        void finished(int number, int all, CaseResult result);
    }

    /**
     * @param zone of times without one
     * @param seed of the orders that are drawn
     */
    public TestRun(TestedProject project, ZoneId zone, long seed, WhenFailed whenFailed) {
        this.project = project;
        this.zone = zone;
        this.seed = seed;
        this.whenFailed = whenFailed;
    }

    /**
     * @param stopped whether whoever asked for it does not want to wait any more
     * @return one result for each case, in their order
     */
    public List<CaseResult> run(List<Selected> cases, Listener listener, BooleanSupplier stopped) {
        int jobs = Runtime.getRuntime().availableProcessors() * JOBS_PER_PROCESSOR;
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try (EmbeddedRunner runner = EmbeddedRunner.start(project, jobs)) {
            List<Future<CaseResult>> running = new ArrayList<>();
            for (Selected each : cases) {
                running.add(threads.submit(one(runner, each, over, stopped)));
            }
            List<CaseResult> results = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                CaseResult result = running.get(i).get();
                listener.finished(i + 1, cases.size(), result);
                results.add(result);
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cases ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case could not be run", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** One case, on a cluster that is there already. */
    public static CaseResult run(EmbeddedRunner runner, ZoneId zone, long seed, Selected selected) {
        return new CaseRun(runner, zone, seed, selected.file(), selected.test()).run();
    }

    private Callable<CaseResult> one(
            EmbeddedRunner runner, Selected each, AtomicBoolean over, BooleanSupplier stopped) {
        return () -> {
            if (over.get() || stopped.getAsBoolean()) {
                return skipped(each);
            }
            CaseResult result = run(runner, zone, seed, each);
            if (!result.isPassed() && whenFailed == WhenFailed.STOP) {
                over.set(true);
            }
            return result;
        };
    }

    private static CaseResult skipped(Selected each) {
        return new CaseResult(
                each.file(),
                each.test(),
                CaseResult.Status.SKIPPED,
                Duration.ZERO,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
