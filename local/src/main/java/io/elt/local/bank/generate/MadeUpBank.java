package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** A made-up bank as the records that load it. */
public final class MadeUpBank {
    private final BankSpec spec;
    private final MadeUpRows rows;

    public MadeUpBank(BankSpec spec) {
        this.spec = spec;
        this.rows = new MadeUpRows(spec);
    }

    /** A table's events in their order, dirty ones among them; always the same. */
    public void read(BankTable table, BankEvents events, Consumer<BankRecord> sink) {
        DirtSchedule schedule = new DirtSchedule(table, spec.dirtyRatio());
        rows(table).forEachRemaining(row -> {
            BankRecord good = events.loaded(row);
            sink.accept(good);
            // Behind the good one, under its key: who half reads it overwrites what is right.
            schedule.next().ifPresent(kind -> sink.accept(Dirt.spoil(good, kind)));
        });
    }

    Iterator<Row> rows(BankTable table) {
        return switch (table) {
            case DISTRICT -> rows(spec.districts(), rows::district);
            case CLIENT -> rows(spec.clients(), rows::client);
            case ACCOUNT -> rows(spec.accounts(), rows::account);
            case DISPOSITION -> rows(spec.clients(), rows::disposition);
            case LOAN -> rows(spec.loans(), rows::loan);
            case TRANSACTION -> new MadeUpTransactions(spec);
        };
    }

    private static Iterator<Row> rows(long count, LongFunction<Row> row) {
        return LongStream.rangeClosed(1, count).mapToObj(row).iterator();
    }
}
