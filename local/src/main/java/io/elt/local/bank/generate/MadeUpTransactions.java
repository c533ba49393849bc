package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The years of transactions of a made-up bank, day after day; remembers no more than each account's balance. */
final class MadeUpTransactions implements Iterator<Row> {
    private static final long DAYS = ChronoUnit.DAYS.between(BankDate.FIRST_DAY, BankDate.LAST_LOADED_DAY) + 1;

    private final BankSpec spec;
    private final MadeUpRows rows;
    private final Choice choice;
    private final long[] balances;
    private int opened;
    private long made;

    MadeUpTransactions(BankSpec spec) {
        this.spec = spec;
        this.rows = new MadeUpRows(spec);
        this.choice = Choice.of(spec.seed(), BankTable.TRANSACTION, 0);
        this.balances = new long[spec.accounts() + 1];
    }

    @Override
    public boolean hasNext() {
        return made < spec.transactions();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        LocalDate day = BankDate.FIRST_DAY.plusDays(made * DAYS / spec.transactions());
        made++;
        Row row = next(day);
        balances[(int) row.integer("account_id")] =
                row.decimal("balance").unscaledValue().longValueExact();
        return row;
    }

    private Row next(LocalDate day) {
        if (opened < spec.accounts() && !rows.opened(opened + 1).isAfter(day)) {
            opened++;
            return NewTransaction.opening(made, opened, day, choice);
        }
        long account = choice.between(1, opened);
        return NewTransaction.next(made, account, day, balances[(int) account], choice);
    }
}
