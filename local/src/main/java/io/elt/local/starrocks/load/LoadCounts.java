package io.elt.local.starrocks.load;

/** What a load has read, and why it left rows out. */
record LoadCounts(long total, long filtered, long bytes, String firstProblem) {
    long loaded() {
        return total - filtered;
    }
}
