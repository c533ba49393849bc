package io.elt.bench;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.BankPublisher;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Transactions of an account that nothing else touches. Each raises the account's number of transactions by one, so that
 * number tells which of them StarRocks shows.
 */
final class Probes implements AutoCloseable {
    /** Far above what a bank counts up to. */
    private static final long ACCOUNT = 2_000_000_000L;

    private static final long FIRST_TRANSACTION = 1L << 50;

    private final BankEvents events = new BankEvents(System::currentTimeMillis);
    private final BankPublisher publisher;
    private final StarRocks starRocks;
    private int sent;

    private Probes(BankPublisher publisher, StarRocks starRocks) {
        this.publisher = publisher;
        this.starRocks = starRocks;
    }

    /** Opens the account; it is there when {@link #isOpen} says so. */
    static Probes open(String kafka, StarRocks starRocks) throws IOException {
        Probes probes = new Probes(BankPublisher.open(kafka), starRocks);
        Row account = Row.of(BankTable.ACCOUNT, ACCOUNT, 1L, "POPLATEK MESICNE", "930101");
        probes.publisher.send(probes.events.created(account));
        probes.publisher.flush();
        return probes;
    }

    boolean isOpen() {
        return !shown().isEmpty();
    }

    void send() throws IOException {
        publisher.send(events.created(Row.of(
                BankTable.TRANSACTION,
                FIRST_TRANSACTION + sent,
                ACCOUNT,
                "981231",
                "PRIJEM",
                "VKLAD",
                BigDecimal.ONE.setScale(2),
                BigDecimal.valueOf(sent, 0).setScale(2))));
        sent++;
    }

    int sent() {
        return sent;
    }

    /** How many of them StarRocks shows. */
    int visible() {
        List<List<Object>> rows = shown();
        return rows.isEmpty() ? 0 : ((Number) rows.get(0).get(0)).intValue();
    }

    @Override
    public void close() {
        publisher.close();
    }

    private List<List<Object>> shown() {
        return starRocks
                .query("SELECT transactions FROM ads.account WHERE account_id = " + ACCOUNT)
                .rows();
    }
}
