package io.elt.local.bank.log;

import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes records so that each arrives once and in order, also over a restart of the broker. When one could not be
 * written within two minutes nothing more is: every later call fails.
 */
public final class BankPublisher implements AutoCloseable {
    static final int LARGEST_REQUEST = 8 << 20;
    private static final int DELIVERY_TIMEOUT_MILLIS = 120_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final AtomicLong acknowledged = new AtomicLong();

    private BankPublisher(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    public static BankPublisher open(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("max.request.size", LARGEST_REQUEST);
        settings.put("batch.size", 128 << 10);
        settings.put("linger.ms", 5);
        settings.put("delivery.timeout.ms", DELIVERY_TIMEOUT_MILLIS);
        settings.put("max.block.ms", DELIVERY_TIMEOUT_MILLIS);
        settings.put("reconnect.backoff.max.ms", 500);
        return new BankPublisher(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    public void send(BankRecord record) throws IOException {
        send(record, partition(record), List.of());
    }

    /** Writes to the partition that {@link #partition} tells, with headers. */
    public void send(BankRecord record, int partition, List<Header> headers) throws IOException {
        requireNoFailure();
        try {
            producer.send(
                    new ProducerRecord<>(record.table().topic(), partition, record.key(), record.value(), headers),
                    (metadata, problem) -> confirm(problem));
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
            requireNoFailure();
        }
    }

    /** Returns when all that was sent is written; fails when something is not. */
    public void flush() throws IOException {
        producer.flush();
        requireNoFailure();
    }

    /** How many records the broker has confirmed. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /**
     * Where a record belongs. Decided here and not by the producer, so that it can be known beforehand: a load that
     * broke off goes on partition by partition.
     */
    public int partition(BankRecord record) {
        int partitions = partitions(record.table());
        if (record.key() == null || partitions == 1) {
            return 0;
        }
        return Utils.toPositive(Utils.murmur2(record.key())) % partitions;
    }

    private int partitions(BankTable table) {
        try {
            return producer.partitionsFor(table.topic()).size();
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
            throw new UncheckedIOException(notWritten(e));
        }
    }

    private void confirm(Exception problem) {
        if (problem == null) {
            acknowledged.incrementAndGet();
            return;
        }
        failure.compareAndSet(null, problem);
    }

    /** Fails when something that was sent could not be written. */
    public void requireNoFailure() throws IOException {
        Exception problem = failure.get();
        if (problem != null) {
            throw notWritten(problem);
        }
    }

    private static IOException notWritten(Exception problem) {
        return new IOException("cannot write to the bank's topics: " + problem.getMessage(), problem);
    }

    /** Writes what was sent, but does not wait long for a broker that is away: what is not written then is a failure. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
