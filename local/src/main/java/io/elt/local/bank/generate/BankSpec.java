package io.elt.local.bank.generate;

/**
 * How large a made-up bank is, and how dirty.
 *
 * @param disponents how many accounts a second client may use, besides the owner that each has
 * @param loans how many accounts have a loan
 * @param dirtyRatio how many records that cannot be used come on top of the good ones, as a share of these
 */
public record BankSpec(
        long seed, int districts, int accounts, int disponents, int loans, long transactions, double dirtyRatio) {
    private static final int MOST_DISTRICTS = 10_000;

    public BankSpec {
        requireBetween("districts", districts, 1, MOST_DISTRICTS);
        requireBetween("accounts", accounts, 1, Integer.MAX_VALUE / 4);
        requireBetween("disponents", disponents, 0, accounts);
        requireBetween("loans", loans, 0, accounts);
        requireBetween("transactions", transactions, 0, Long.MAX_VALUE / 4);
        if (!(dirtyRatio >= 0 && dirtyRatio <= 1)) {
            throw new IllegalArgumentException("dirtyRatio must be between 0 and 1, is " + dirtyRatio);
        }
    }

    /** A bank that loads in seconds. */
    public static BankSpec demo() {
        return new BankSpec(1993, 77, 1_000, 200, 150, 20_000, 0.01);
    }

    public BankSpec withSeed(long other) {
        return new BankSpec(other, districts, accounts, disponents, loans, transactions, dirtyRatio);
    }

    public BankSpec withTransactions(long other) {
        return new BankSpec(seed, districts, accounts, disponents, loans, other, dirtyRatio);
    }

    public BankSpec withDirtyRatio(double other) {
        return new BankSpec(seed, districts, accounts, disponents, loans, transactions, other);
    }

    public int clients() {
        return accounts + disponents;
    }

    private static void requireBetween(String name, long value, long smallest, long largest) {
        if (value < smallest || value > largest) {
            throw new IllegalArgumentException(
                    name + " must be between " + smallest + " and " + largest + ", is " + value);
        }
    }
}
