package io.elt.bench.bank;

import io.elt.local.bank.generate.BankSpec;

/** Banks with the proportions of the PKDD'99 data, which has 4,500 accounts and 1,056,320 transactions. */
public final class BankSize {
    private static final long SEED = 1999;
    private static final int DISTRICTS = 77;
    private static final int TRANSACTIONS_PER_ACCOUNT = 235;
    private static final int FEWEST_ACCOUNTS = 50;
    private static final double DIRTY_RATIO = 0.01;

    private BankSize() {}

    public static BankSpec of(long transactions) {
        int accounts = (int) Math.max(FEWEST_ACCOUNTS, transactions / TRANSACTIONS_PER_ACCOUNT);
        return new BankSpec(SEED, DISTRICTS, accounts, accounts / 5, accounts * 3 / 20, transactions, DIRTY_RATIO);
    }
}
