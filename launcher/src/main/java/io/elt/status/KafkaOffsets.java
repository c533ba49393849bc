package io.elt.status;

import io.elt.plan.ExternalInput;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How far the topics of a Kafka table are written and read. */
public final class KafkaOffsets implements AutoCloseable {
    private static final String PROPERTIES = "properties.";
    private static final String GROUP = PROPERTIES + "group.id";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final ExternalInput input;
    private final String group;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;

    private KafkaOffsets(ExternalInput input, String group) {
        this.input = input;
        this.group = group;
        this.admin = Admin.create(properties(input));
        this.reader = reader(input);
    }

    /**
     * @param input a table with the kafka connector
     * @return nothing if it names no group: then nobody outside the job knows what was read
     */
    public static Optional<KafkaOffsets> of(ExternalInput input) {
        return input.option(GROUP).map(group -> new KafkaOffsets(input, group));
    }

    /** Whether it can be known how far a Kafka table is read. */
    public static boolean areKnown(ExternalInput input) {
        return input.option(GROUP).isPresent();
    }

    /** Its topics, as its options name them: one, several, or a pattern. */
    public String topics() {
        return input.option("topic").or(() -> input.option("topic-pattern")).orElse("");
    }

    /** The offset behind the last record, by partition. */
    public Map<TopicPartition, Long> ends() {
        return offsets(partitions(), OffsetSpec.latest());
    }

    /** The offset that the group has committed with its last checkpoint, by partition. */
    public Map<TopicPartition, Long> committed() {
        Set<TopicPartition> own = partitions();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null && own.contains(partition)) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** How many records up to these ends the group has not committed yet. */
    public long unreadUpTo(Map<TopicPartition, Long> ends) {
        return firstUnread(ends).entrySet().stream()
                .mapToLong(first -> ends.get(first.getKey()) - first.getValue().offset())
                .sum();
    }

    /** When the oldest record came that the group has not committed yet; empty if there is none. */
    public Optional<Instant> oldestUnread() {
        return firstUnread(ends()).values().stream()
                .map(ConsumerRecord::timestamp)
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    /**
     * The first record that the group has not committed, of the partitions that have one. It has to be looked for, because an
     * offset may hold none: the end of a transaction, or what was compacted away. No reader commits the place behind these.
     */
    private Map<TopicPartition, ConsumerRecord<byte[], byte[]>> firstUnread(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> left = new HashMap<>(read(ends));
        left.entrySet().removeIf(read -> read.getValue() >= ends.getOrDefault(read.getKey(), 0L));
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first = new HashMap<>();
        if (left.isEmpty()) {
            return first;
        }
        try {
            reader.assign(left.keySet());
            left.forEach(reader::seek);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!left.isEmpty()) {
                reader.poll(LOOK)
                        .forEach(message ->
                                first.putIfAbsent(new TopicPartition(message.topic(), message.partition()), message));
                left.keySet()
                        .removeIf(partition ->
                                first.containsKey(partition) || reader.position(partition) >= ends.get(partition));
                reader.assign(left.keySet());
                if (Instant.now().isAfter(deadline)) {
                    throw new SourceUnreachableException(
                            "Kafka did not give the records of topic " + topics() + " within " + PATIENCE, null);
                }
            }
            first.entrySet().removeIf(found -> found.getValue().offset() >= ends.get(found.getKey()));
            return first;
        } catch (KafkaException e) {
            throw new SourceUnreachableException("Kafka does not answer about topic " + topics(), e);
        }
    }

    /** The offset up to which each partition is read. */
    private Map<TopicPartition, Long> read(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> committed = committed();
        Set<TopicPartition> untouched = ends.keySet().stream()
                .filter(partition -> !committed.containsKey(partition))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> read = new HashMap<>(committed);
        // A reader that finds no record commits nothing, though it has read all that it was to read.
        read.putAll(starts(untouched, ends));
        return read;
    }

    /** Forgets what the group has committed, for a job that starts over. */
    public void forget() {
        Set<TopicPartition> partitions = committed().keySet();
        if (!partitions.isEmpty()) {
            await(admin.deleteConsumerGroupOffsets(group, partitions).all());
        }
    }

    @Override
    public void close() {
        reader.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }

    /** Where the table's reader begins in partitions of which it has committed nothing. */
    private Map<TopicPartition, Long> starts(Set<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return switch (input.option("scan.startup.mode").orElse("group-offsets")) {
            case "latest-offset" -> partitions.stream().collect(Collectors.toMap(Function.identity(), ends::get));
            case "timestamp" -> {
                long since = input.option("scan.startup.timestamp-millis")
                        .map(Long::valueOf)
                        .orElse(0L);
                Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.forTimestamp(since));
                // Kafka says -1 where no record is that young.
                starts.replaceAll((partition, offset) -> offset < 0 ? ends.get(partition) : offset);
                yield starts;
            }
            default -> offsets(partitions, OffsetSpec.earliest());
        };
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found = await(
                admin.listOffsets(wanted, new ListOffsetsOptions(isolation())).all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, partition -> partition.getValue().offset()));
    }

    /** For a reader of what is committed, a topic ends before the first transaction that is still open. */
    private IsolationLevel isolation() {
        return input.option(PROPERTIES + "isolation.level")
                .filter(level -> level.equals("read_committed"))
                .map(level -> IsolationLevel.READ_COMMITTED)
                .orElse(IsolationLevel.READ_UNCOMMITTED);
    }

    private Set<TopicPartition> partitions() {
        return await(admin.describeTopics(names()).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Collection<String> names() {
        Optional<Pattern> pattern = input.option("topic-pattern").map(Pattern::compile);
        if (pattern.isEmpty()) {
            return input.topics();
        }
        return await(admin.listTopics().names()).stream()
                .filter(name -> pattern.get().matcher(name).matches())
                .toList();
    }

    /** Reads without a place of its own, one record at a time. */
    private static KafkaConsumer<byte[], byte[]> reader(ExternalInput input) {
        Properties properties = properties(input);
        properties.remove("group.id");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.partition.fetch.bytes", "4096");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties(ExternalInput input) {
        Properties properties = new Properties();
        input.options().forEach((key, value) -> {
            if (key.startsWith(PROPERTIES)) {
                properties.put(key.substring(PROPERTIES.length()), value);
            }
        });
        return properties;
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnreachableException("interrupted while asking Kafka about topic " + topics(), e);
        } catch (ExecutionException e) {
            throw new SourceUnreachableException("Kafka does not answer about topic " + topics(), e.getCause());
        } catch (TimeoutException e) {
            throw new SourceUnreachableException(
                    "Kafka did not answer about topic " + topics() + " within " + PATIENCE, e);
        }
    }
}
