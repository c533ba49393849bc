package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;

import java.util.List;
import java.util.SplittableRandom;

/** Random decisions that are the same in each run. */
final class Choice {
    private final SplittableRandom random;

    private Choice(SplittableRandom random) {
        this.random = random;
    }

    static Choice of(long seed) {
        return new Choice(new SplittableRandom(seed));
    }

    /** The decisions about one row, whatever was decided before. */
    static Choice of(long seed, BankTable table, long key) {
        return of((seed * 31 + table.ordinal()) * 0x9E3779B97F4A7C15L + key);
    }

    /** From {@code smallest} to {@code largest}, both included. */
    long between(long smallest, long largest) {
        return random.nextLong(smallest, largest + 1);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T from(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
