package io.elt.local.bank.generate;

import io.elt.local.bank.event.Row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that a table has now, and any of them by chance. */
final class Roster {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();

    void put(Row row) {
        Integer place = places.get(row.key());
        if (place != null) {
            rows.set(place, row);
            return;
        }
        places.put(row.key(), rows.size());
        rows.add(row);
    }

    // The last one moves to the gap, so that taking one out costs the same however many there are.
    void remove(long key) {
        Integer place = places.remove(key);
        if (place == null) {
            return;
        }
        Row last = rows.remove(rows.size() - 1);
        if (last.key() != key) {
            rows.set(place, last);
            places.put(last.key(), place);
        }
    }

    boolean contains(long key) {
        return places.containsKey(key);
    }

    int size() {
        return rows.size();
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    Optional<Row> any(Choice choice) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(choice.from(rows));
    }

    List<Row> where(String column, long value) {
        return rows.stream().filter(row -> row.integer(column) == value).toList();
    }
}
