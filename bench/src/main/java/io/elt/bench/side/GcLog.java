package io.elt.bench.side;

import java.util.regex.Pattern;

/** What the log of the JVM's collector tells. */
final class GcLog {
    /** {@code Pause Young (Allocation Failure) 512M->48M(1962M) 11.3ms}. */
    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->\\d+M\\(\\d+M\\)");

    private GcLog() {}

    /** The largest heap before a collection, 0 if there was none. */
    static double peakMegabytes(String log) {
        return PAUSE.matcher(log)
                .results()
                .mapToDouble(pause -> Double.parseDouble(pause.group(1)))
                .max()
                .orElse(0);
    }
}
