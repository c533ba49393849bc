package io.elt.cli.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Checks what comes true some time later. */
final class Retry {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);

    private Retry() {}

    /** Repeats a check until it holds; after the deadline its failure is the test's. */
    static void until(Duration deadline, Runnable check) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
