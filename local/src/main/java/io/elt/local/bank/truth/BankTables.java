package io.elt.local.bank.truth;

import io.elt.local.bank.decode.Change;
import io.elt.local.bank.decode.StrictDecoder;
import io.elt.local.bank.decode.UndecodableException;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.LogRecord;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The tables as they stand after all good records, each in its order; of a row only what the branches need. */
final class BankTables {
    /** An account's branch. */
    final Map<Long, Long> accounts = new HashMap<>();

    final Map<Long, District> districts = new HashMap<>();
    final Map<Long, Loan> loans = new HashMap<>();
    final TransactionStore transactions = new TransactionStore();
    final Quarantine quarantine = new Quarantine();
    private final Set<Long> clients = new HashSet<>();
    private final Set<Long> dispositions = new HashSet<>();
    private final Map<BankTable, Long> records = new EnumMap<>(BankTable.class);
    private final Map<BankTable, StrictDecoder> decoders = new EnumMap<>(BankTable.class);

    record District(String name, String region) {}

    record Loan(long account, long cents, String status) {}

    BankTables() {
        for (BankTable table : BankTable.values()) {
            decoders.put(table, new StrictDecoder(table));
        }
    }

    void apply(LogRecord record) {
        records.merge(record.table(), 1L, Long::sum);
        try {
            apply(record.table(), decoders.get(record.table()).decode(record.value()));
        } catch (UndecodableException e) {
            quarantine.add(record, e.getMessage());
        }
    }

    TopicCount count(BankTable table) {
        return new TopicCount(records.getOrDefault(table, 0L), quarantine.count(table), rows(table));
    }

    private void apply(BankTable table, Change change) throws UndecodableException {
        if (change.present().isPresent()) {
            put(change.present().get());
        }
        if (change.removed().isPresent()) {
            keys(table).remove(change.removed().getAsLong());
        }
    }

    private void put(Row row) throws UndecodableException {
        long key = row.key();
        switch (row.table()) {
            case DISTRICT -> districts.put(key, new District(row.text("name"), row.text("region")));
            case CLIENT -> clients.add(key);
            case ACCOUNT -> accounts.put(key, row.integer("district_id"));
            case DISPOSITION -> dispositions.add(key);
            case LOAN -> loans.put(key, new Loan(row.integer("account_id"), cents(row), row.text("status")));
            case TRANSACTION ->
                transactions.put(
                        key,
                        kind(row),
                        row.integer("account_id"),
                        cents(row),
                        StrictDecoder.date(row.text("date")).toEpochDay());
        }
    }

    private static TransactionStore.Kind kind(Row row) {
        if (row.flag("cancelled")) {
            return TransactionStore.Kind.CANCELLED;
        }
        return row.text("type").equals("PRIJEM") ? TransactionStore.Kind.CREDIT : TransactionStore.Kind.DEBIT;
    }

    private static long cents(Row row) {
        return row.decimal("amount").unscaledValue().longValueExact();
    }

    private long rows(BankTable table) {
        return table == BankTable.TRANSACTION
                ? transactions.size()
                : keys(table).size();
    }

    private Set<Long> keys(BankTable table) {
        return switch (table) {
            case DISTRICT -> districts.keySet();
            case CLIENT -> clients;
            case ACCOUNT -> accounts.keySet();
            case DISPOSITION -> dispositions;
            case LOAN -> loans.keySet();
            case TRANSACTION -> throw new IllegalStateException("a transaction is never removed");
        };
    }
}
