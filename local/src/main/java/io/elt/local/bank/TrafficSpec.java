package io.elt.local.bank;

/**
 * How much goes on in a bank.
 *
 * @param changesPerSecond how many things happen; some take several records
 * @param dirtyRatio the share of changes that come with, or as, a record that cannot be used
 */
public record TrafficSpec(double changesPerSecond, long seed, double dirtyRatio) {
    public TrafficSpec {
        if (!(changesPerSecond > 0 && changesPerSecond <= 1_000_000)) {
            throw new IllegalArgumentException(
                    "changesPerSecond must be above 0 and at most 1000000, is " + changesPerSecond);
        }
        if (!(dirtyRatio >= 0 && dirtyRatio <= 1)) {
            throw new IllegalArgumentException("dirtyRatio must be between 0 and 1, is " + dirtyRatio);
        }
    }

    public static TrafficSpec perSecond(double changes) {
        return new TrafficSpec(changes, 1993, 0.01);
    }
}
