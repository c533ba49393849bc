package io.elt.local.bank.generate;

import io.elt.local.bank.decode.Change;
import io.elt.local.bank.decode.StrictDecoder;
import io.elt.local.bank.decode.UndecodableException;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.LogRecord;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bank as it stands, as far as one must know it to change it. It is read out of the topics and kept up to date in
 * the same way, so that it is the same whether one went on or started again.
 */
final class BankState {
    private final Map<BankTable, Roster> rosters = new EnumMap<>(BankTable.class);
    private final Map<BankTable, Long> largestKeys = new EnumMap<>(BankTable.class);
    private final Map<BankTable, StrictDecoder> decoders = new EnumMap<>(BankTable.class);
    private final Map<Long, Long> balances = new HashMap<>();
    private final RecentTransactions recent = new RecentTransactions();
    private String lastDate = BankDate.text(BankDate.FIRST_DAY);

    BankState() {
        for (BankTable table : BankTable.values()) {
            decoders.put(table, new StrictDecoder(table));
            rosters.put(table, new Roster());
        }
    }

    /** What cannot be decoded did not happen. */
    void read(LogRecord record) {
        try {
            apply(record.table(), decoders.get(record.table()).decode(record.value()));
        } catch (UndecodableException e) {
            // Nothing to do: this is how everybody who reads the topics must see it.
        }
    }

    void apply(BankTable table, Change change) {
        change.present().ifPresent(this::put);
        change.removed().ifPresent(key -> roster(table).remove(key));
    }

    /** The rows of a table; of transactions, of which there are too many, see {@link #recent}. */
    Roster roster(BankTable table) {
        return rosters.get(table);
    }

    RecentTransactions recent() {
        return recent;
    }

    long nextKey(BankTable table) {
        return largestKeys.getOrDefault(table, 0L) + 1;
    }

    long balanceInCents(long account) {
        return balances.getOrDefault(account, 0L);
    }

    /** The day of the latest transaction, {@code yyMMdd}. */
    String lastDate() {
        return lastDate;
    }

    private void put(Row row) {
        largestKeys.merge(row.table(), row.key(), Math::max);
        if (row.table() != BankTable.TRANSACTION) {
            roster(row.table()).put(row);
            return;
        }
        String date = row.text("date");
        lastDate = date.compareTo(lastDate) > 0 ? date : lastDate;
        Optional<Row> before = recent.put(row);
        if (before.isPresent()) {
            book(row, signedCents(row) - signedCents(before.get()));
            return;
        }
        BigDecimal balance = row.decimal("balance");
        if (balance == null) {
            book(row, signedCents(row));
            return;
        }
        balances.put(row.integer("account_id"), cents(balance));
    }

    private void book(Row row, long cents) {
        balances.merge(row.integer("account_id"), cents, Long::sum);
    }

    static long signedCents(Row transaction) {
        if (transaction.flag("cancelled")) {
            return 0;
        }
        long amount = cents(transaction.decimal("amount"));
        return transaction.text("type").equals("PRIJEM") ? amount : -amount;
    }

    private static long cents(BigDecimal amount) {
        return amount.unscaledValue().longValueExact();
    }
}
