package io.elt.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param transactions in the bank that the sides have to catch up with
 * @param rate changes a second while freshness is measured
 * @param warmUp how long changes come in before freshness counts
 * @param duration how long it then is measured
 */
record Sizes(long transactions, int rounds, double rate, Duration warmUp, Duration duration) {
    /** Slower than this is not slow but stuck. */
    Duration longestCatchUp() {
        return Duration.ofMinutes(3).plusSeconds(transactions / 500);
    }
}
