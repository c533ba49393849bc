package io.elt.local.bank.log;

import io.elt.local.bank.event.BankTable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads the topics from their beginning. */
public final class BankLog {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private BankLog() {}

    /** Hands over each record in front of the ends, a partition's records in their order. */
    public static void read(String bootstrapServers, BankOffsets ends, java.util.function.Consumer<LogRecord> handler)
            throws IOException {
        try (Consumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            read(consumer, ends, handler);
        } catch (KafkaException e) {
            throw new IOException("cannot read the bank's topics at " + bootstrapServers + ": " + e.getMessage(), e);
        }
    }

    private static void read(
            Consumer<byte[], byte[]> consumer, BankOffsets ends, java.util.function.Consumer<LogRecord> handler)
            throws IOException {
        Map<TopicPartition, Long> open = new HashMap<>(ends.byPartition());
        consumer.assign(open.keySet());
        consumer.seekToBeginning(open.keySet());
        long lastProgress = System.nanoTime();
        while (finish(consumer, open)) {
            int records = 0;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                records++;
                if (record.offset() < end(open, record)) {
                    handler.accept(new LogRecord(
                            BankTable.ofTopic(record.topic()), record.partition(), record.offset(), record.value()));
                }
            }
            lastProgress = records > 0 ? System.nanoTime() : lastProgress;
            if (System.nanoTime() - lastProgress > PATIENCE_NANOS) {
                throw new IOException("Kafka gave no records for 60 s; left to read: " + open.keySet());
            }
        }
    }

    static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.max.bytes", 16 << 20);
        settings.put("max.partition.fetch.bytes", 4 << 20);
        settings.put("max.poll.records", 10_000);
        // Closing waits for the last request, which at a topic's end waits for records.
        settings.put("fetch.max.wait.ms", 20);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    // Takes partitions that are read to their end out of the work; false when none is left.
    private static boolean finish(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> open) {
        int before = open.size();
        open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        if (open.size() < before && !open.isEmpty()) {
            consumer.assign(List.copyOf(open.keySet()));
        }
        return !open.isEmpty();
    }

    private static long end(Map<TopicPartition, Long> open, ConsumerRecord<byte[], byte[]> record) {
        return open.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
    }
}
