package io.elt.bench;

import io.elt.bench.side.SideProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what a side has to bring about. */
final class Waiting {
    private Waiting() {}

    /**
     * @param what for the message when it does not come
     * @throws IOException if the process ends before, or it takes longer than that
     */
    static void until(
            SideProcess process, String what, Duration patience, Duration lookAgain, BooleanSupplier condition)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            process.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new IOException("waited " + patience.toSeconds() + " s for " + what);
            }
            TimeUnit.NANOSECONDS.sleep(lookAgain.toNanos());
        }
    }
}
