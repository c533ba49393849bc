package io.elt.local.bank.truth;

/**
 * The last good event of each transaction, in 32 bytes each: there are millions of them. A hash table with open
 * addressing that only grows, for a transaction is cancelled but never forgotten.
 */
final class TransactionStore {
    private static final int SMALLEST = 1 << 10;

    private long[] ids = new long[SMALLEST];
    private long[] accounts = new long[SMALLEST];
    private long[] cents = new long[SMALLEST];
    // The day since 1970 in the upper bits, the kind in the lowest two; 0 is an empty place, for no kind is 0.
    private int[] daysAndKinds = new int[SMALLEST];
    private int size;

    /** How a transaction counts. */
    enum Kind {
        CREDIT(1),
        DEBIT(2),
        CANCELLED(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(int code) {
            return values()[code - 1];
        }
    }

    /** Sees each transaction once. */
    @FunctionalInterface
    interface Visitor {
        void visit(Kind kind, long account, long cents, long day);
    }

    void put(long id, Kind kind, long account, long amountInCents, long day) {
        int place = place(ids, daysAndKinds, id);
        if (daysAndKinds[place] == 0) {
            size++;
        }
        ids[place] = id;
        accounts[place] = account;
        cents[place] = amountInCents;
        daysAndKinds[place] = Math.toIntExact(day) << 2 | kind.code;
        if (size > ids.length / 3 * 2) {
            grow();
        }
    }

    int size() {
        return size;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < ids.length; i++) {
            if (daysAndKinds[i] != 0) {
                visitor.visit(Kind.of(daysAndKinds[i] & 3), accounts[i], cents[i], daysAndKinds[i] >> 2);
            }
        }
    }

    private void grow() {
        int length = Math.multiplyExact(ids.length, 2);
        long[] newIds = new long[length];
        long[] newAccounts = new long[length];
        long[] newCents = new long[length];
        int[] newDaysAndKinds = new int[length];
        for (int i = 0; i < ids.length; i++) {
            if (daysAndKinds[i] != 0) {
                int place = place(newIds, newDaysAndKinds, ids[i]);
                newIds[place] = ids[i];
                newAccounts[place] = accounts[i];
                newCents[place] = cents[i];
                newDaysAndKinds[place] = daysAndKinds[i];
            }
        }
        ids = newIds;
        accounts = newAccounts;
        cents = newCents;
        daysAndKinds = newDaysAndKinds;
    }

    private static int place(long[] ids, int[] taken, long id) {
        int place = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & ids.length - 1;
        while (taken[place] != 0 && ids[place] != id) {
            place = place + 1 & ids.length - 1;
        }
        return place;
    }
}
