package io.elt.bench.figure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is measured. */
public enum Figure {
    START("start of the process to first job", "s"),
    CATCH_UP("first job to all visible", "s"),
    ROWS_PER_SECOND("transactions per second", "1/s"),
    CATCH_UP_CPU("CPU of that", "s"),
    CPU_PER_ROW("CPU per transaction", "us"),
    FRESHNESS_P50("freshness p50", "s"),
    FRESHNESS_P99("freshness p99", "s"),
    FRESHNESS_MAX("freshness max", "s"),
    STEADY_CORES("cores while events come in", "cores"),
    TOTAL_CPU("CPU of the whole process", "s"),
    PEAK_MEMORY("peak memory (resident)", "MB"),
    PEAK_HEAP("of that, peak heap", "MB"),
    ONCE("run --once with nothing new", "s"),
    SESSION_JOB("session: until one job runs", "s"),
    SESSION_JOB_CPU("CPU of that command", "s"),
    SESSION_BANK("session: until the bank's jobs run", "s"),
    SESSION_BANK_CPU("CPU of that command", "s"),
    SESSION_FIRST("the same, planned for the first time", "s"),
    SESSION_FIRST_CPU("CPU of that command", "s");

    /** Those of {@code bench/run}. */
    public static final Set<Figure> OF_STREAMS = Collections.unmodifiableSet(EnumSet.range(START, ONCE));

    /** Those of {@code bench/start}. */
    public static final Set<Figure> OF_STARTS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.range(START, ONCE)));

    private final String title;
    private final String unit;

    Figure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }
}
