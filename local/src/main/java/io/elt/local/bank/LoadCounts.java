package io.elt.local.bank;

import io.elt.local.bank.event.BankTable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a load did.
 *
 * @param written records written now, dirty ones too
 * @param found records of the same load that were there already
 */
public record LoadCounts(Map<BankTable, Long> written, Map<BankTable, Long> found) {
    public LoadCounts {
        written = copy(written);
        found = copy(found);
    }

    public long totalWritten() {
        return written.values().stream().mapToLong(Long::longValue).sum();
    }

    public long totalFound() {
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<BankTable, Long> copy(Map<BankTable, Long> counts) {
        Map<BankTable, Long> copy = new EnumMap<>(BankTable.class);
        for (BankTable table : BankTable.values()) {
            copy.put(table, counts.getOrDefault(table, 0L));
        }
        return Collections.unmodifiableMap(copy);
    }
}
