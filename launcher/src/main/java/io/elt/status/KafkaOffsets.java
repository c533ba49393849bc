package io.elt.status;

import io.elt.plan.ExternalInput;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** How far a Kafka topic is written and read. */
public final class KafkaOffsets implements AutoCloseable {
    private static final String PROPERTIES = "properties.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final String group;
    private final Admin admin;

    /**
     * @param input a table with the kafka connector that reads one topic and names its group
     * @throws IllegalArgumentException if it does not
     */
    public KafkaOffsets(ExternalInput input) {
        this.topic = required(input, "topic");
        this.group = required(input, PROPERTIES + "group.id");
        this.admin = connect(input);
    }

    public String topic() {
        return topic;
    }

    /** The offset behind the last record, by partition. */
    public Map<Integer, Long> ends() {
        var partitions = await(admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions();
        var wanted = partitions.stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()),
                        partition -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new TreeMap<>();
        await(admin.listOffsets(wanted).all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** The offset that the group has committed with its last checkpoint, by partition. */
    public Map<Integer, Long> committed() {
        Map<Integer, Long> offsets = new TreeMap<>();
        Map<TopicPartition, OffsetAndMetadata> found =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        found.forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(topic)) {
                offsets.put(partition.partition(), offset.offset());
            }
        });
        return offsets;
    }

    /** How many records up to these ends the group has not committed yet. */
    public long unreadUpTo(Map<Integer, Long> ends) {
        Map<Integer, Long> committed = committed();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Forgets what the group has committed, for a job that starts over. */
    public void forget() {
        Set<TopicPartition> partitions = committed().keySet().stream()
                .map(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toSet());
        if (!partitions.isEmpty()) {
            await(admin.deleteConsumerGroupOffsets(group, partitions).all());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private static Admin connect(ExternalInput input) {
        Properties properties = new Properties();
        input.options().forEach((key, value) -> {
            if (key.startsWith(PROPERTIES)) {
                properties.put(key.substring(PROPERTIES.length()), value);
            }
        });
        return Admin.create(properties);
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnreachableException("interrupted while asking Kafka about topic " + topic, e);
        } catch (ExecutionException e) {
            throw new SourceUnreachableException("Kafka does not answer about topic " + topic, e.getCause());
        } catch (TimeoutException e) {
            throw new SourceUnreachableException(
                    "Kafka did not answer about topic " + topic + " within " + PATIENCE, e);
        }
    }

    private static String required(ExternalInput input, String option) {
        return input.option(option)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the Kafka table " + input.name() + " has no '" + option + "', so its lag cannot be known"));
    }
}
