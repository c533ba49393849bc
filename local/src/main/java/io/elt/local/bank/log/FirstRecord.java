package io.elt.local.bank.log;

import io.elt.local.bank.event.BankTable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The first record of a topic, where a load leaves its mark. */
public final class FirstRecord {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private FirstRecord() {}

    /** A header's text; empty when the record has none of that name. The topic must not be empty. */
    public static Optional<String> header(String bootstrapServers, BankOffsets ends, BankTable table, String name)
            throws IOException {
        List<Long> offsets = ends.ends().get(table);
        int partition = 0;
        while (offsets.get(partition) == 0) {
            partition++;
        }
        TopicPartition place = new TopicPartition(table.topic(), partition);
        try (Consumer<byte[], byte[]> consumer = BankLog.consumer(bootstrapServers)) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            Header header = first(consumer).headers().lastHeader(name);
            return Optional.ofNullable(header).map(found -> new String(found.value(), StandardCharsets.UTF_8));
        } catch (KafkaException e) {
            throw new IOException("cannot read " + table.topic() + " at " + bootstrapServers, e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> first(Consumer<byte[], byte[]> consumer) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                return record;
            }
        }
        throw new IOException("Kafka gave no records for 60 s from " + consumer.assignment());
    }
}
