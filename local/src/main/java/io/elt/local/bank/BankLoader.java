package io.elt.local.bank;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.log.BankOffsets;
import io.elt.local.bank.log.BankPublisher;
import io.elt.local.bank.log.BankTopics;
import io.elt.local.bank.log.FirstRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads a bank into its topics, once: what is there already is not written again, and a load that was killed goes on
 * where it stopped. That is known from the topics alone, for a bank's events always come in the same order.
 */
public final class BankLoader {
    private static final String MARK = "elt.bank";

    private final BankSource source;
    private final BankPublisher publisher;
    private final BankOffsets before;
    private final List<Header> mark;
    private final Map<BankTable, Long> written = new EnumMap<>(BankTable.class);
    private final Map<BankTable, Long> found = new EnumMap<>(BankTable.class);

    private BankLoader(BankSource source, BankPublisher publisher, BankOffsets before) throws IOException {
        this.source = source;
        this.publisher = publisher;
        this.before = before;
        this.mark = List.of(new RecordHeader(MARK, source.description().getBytes(StandardCharsets.UTF_8)));
    }

    public static LoadCounts load(String bootstrapServers, BankSource source) throws IOException {
        return load(bootstrapServers, source, 1);
    }

    /** Returns when all is written. Topics that do not exist are created with this many partitions. */
    public static LoadCounts load(String bootstrapServers, BankSource source, int partitions) throws IOException {
        BankTopics.create(bootstrapServers, partitions);
        BankOffsets before = BankOffsets.current(bootstrapServers);
        requireSameBank(bootstrapServers, before, source.description());
        try (BankPublisher publisher = BankPublisher.open(bootstrapServers)) {
            return new BankLoader(source, publisher, before).load();
        }
    }

    private static void requireSameBank(String bootstrapServers, BankOffsets before, String bank) throws IOException {
        for (BankTable table : BankTable.values()) {
            if (before.total(table) == 0) {
                continue;
            }
            Optional<String> loaded = FirstRecord.header(bootstrapServers, before, table, MARK);
            if (!loaded.equals(Optional.of(bank))) {
                throw new IOException("topic " + table.topic() + " at " + bootstrapServers + " already holds "
                        + loaded.orElse("records from elsewhere") + ", not " + bank
                        + "; start with that bank again, or with topics that are empty");
            }
        }
    }

    private LoadCounts load() throws IOException {
        BankEvents events = new BankEvents(System::currentTimeMillis);
        try {
            for (BankTable table : BankTable.values()) {
                long[] left = before.ends().get(table).stream()
                        .mapToLong(Long::longValue)
                        .toArray();
                boolean[] marked = new boolean[left.length];
                source.read(table, events, record -> load(record, left, marked));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        publisher.flush();
        return new LoadCounts(written, found);
    }

    private void load(BankRecord record, long[] left, boolean[] marked) {
        int partition = publisher.partition(record);
        boolean first = !marked[partition];
        marked[partition] = true;
        if (left[partition] > 0) {
            left[partition]--;
            found.merge(record.table(), 1L, Long::sum);
            return;
        }
        try {
            publisher.send(record, partition, first ? mark : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.merge(record.table(), 1L, Long::sum);
    }
}
