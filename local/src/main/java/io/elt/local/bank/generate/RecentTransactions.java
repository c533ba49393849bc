package io.elt.local.bank.generate;

import io.elt.local.bank.event.Row;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The latest transactions, in their last form: a bank corrects what was booked lately, not years ago. */
final class RecentTransactions {
    private static final int CAPACITY = 4_096;

    private final Row[] rows = new Row[CAPACITY];
    private final Map<Long, Integer> places = new HashMap<>();
    private int size;
    private int next;

    /** Returns what the transaction was before, when that is known. */
    Optional<Row> put(Row row) {
        Integer place = places.get(row.key());
        if (place != null) {
            Row before = rows[place];
            rows[place] = row;
            return Optional.of(before);
        }
        if (rows[next] != null) {
            places.remove(rows[next].key());
        }
        rows[next] = row;
        places.put(row.key(), next);
        next = (next + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
        return Optional.empty();
    }

    Optional<Row> any(Choice choice) {
        return size == 0 ? Optional.empty() : Optional.of(rows[(int) choice.between(0, size - 1)]);
    }
}
