package io.elt.unittest.variation;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much may be spent on making a finding small. What is found is shown in any case, if need be larger. */
final class Budget {
    private final LongSupplier nanoseconds;
    private final long end;
    private int runs;

    private Budget(int runs, Duration time, LongSupplier nanoseconds) {
        this.runs = runs;
        this.nanoseconds = nanoseconds;
        this.end = nanoseconds.getAsLong() + time.toNanos();
    }

    static Budget of(int runs, Duration time) {
        return new Budget(runs, time, System::nanoTime);
    }

    static Budget of(int runs, Duration time, LongSupplier nanoseconds) {
        return new Budget(runs, time, nanoseconds);
    }

    boolean isSpent() {
        return runs <= 0 || nanoseconds.getAsLong() - end > 0;
    }

    void spendRun() {
        runs--;
    }
}
