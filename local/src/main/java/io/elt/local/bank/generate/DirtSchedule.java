package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;

import java.util.List;
import java.util.Optional;

/**
 * Says when the next record of a topic is to be dirty, and how: evenly spread, each kind in its turn, so that a large
 * enough topic has all of them, the very large one once.
 */
final class DirtSchedule {
    // Even a topic of a few rows gets its dirty one.
    private static final double HEAD_START = 0.9;
    private static final int OVERSIZE_TURN = 50;

    private final List<DirtKind> kinds;
    private final double ratio;
    private double due = HEAD_START;
    private long dirty;

    DirtSchedule(BankTable table, double ratio) {
        this.kinds = DirtKind.usual(table);
        this.ratio = ratio;
    }

    /** Counts a good record; what is to come with it, or instead of it. */
    Optional<DirtKind> next() {
        due += ratio;
        if (due < 1) {
            return Optional.empty();
        }
        due -= 1;
        dirty++;
        if (dirty == OVERSIZE_TURN) {
            return Optional.of(DirtKind.OVERSIZE);
        }
        return Optional.of(kinds.get((int) (dirty % kinds.size())));
    }
}
