package io.elt.local.bank.truth;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.log.LogRecord;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The records that could not be decoded: how many there are, and where the first ones lie. */
final class Quarantine {
    private static final int LISTED = 10_000;

    private final Map<BankTable, Long> counts = new EnumMap<>(BankTable.class);
    private final List<QuarantinedRecord> first = new ArrayList<>();

    void add(LogRecord record, String reason) {
        counts.merge(record.table(), 1L, Long::sum);
        if (first.size() < LISTED) {
            first.add(new QuarantinedRecord(record.table().topic(), record.partition(), record.offset(), reason));
        }
    }

    long count(BankTable table) {
        return counts.getOrDefault(table, 0L);
    }

    List<QuarantinedRecord> first() {
        return List.copyOf(first);
    }
}
