package io.elt.local.starrocks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Retries until something holds, or time is up. */
record Deadline(Instant end) {
    static Deadline seconds(int seconds) {
        return new Deadline(Instant.now().plus(Duration.ofSeconds(seconds)));
    }

    void until(String what, Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("in time it did not come true that " + what);
            }
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
    }
}
