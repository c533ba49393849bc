package io.elt.bench.figure;

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
    ONCE("run --once with nothing new", "s");

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
