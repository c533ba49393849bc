package io.elt.bench.figure;

import java.util.Arrays;
import java.util.List;

/** How long each of some events took, in seconds. */
public final class Latencies {
    private final double[] sorted;

    private Latencies(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * @param seconds in any order, at least one
     */
    public static Latencies of(List<Double> seconds) {
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("latencies need at least one event");
        }
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The smallest latency that this share of all events does not exceed. */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    public int count() {
        return sorted.length;
    }
}
