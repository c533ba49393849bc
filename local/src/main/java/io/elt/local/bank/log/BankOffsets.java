package io.elt.local.bank.log;

import io.elt.local.bank.event.BankTable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A place in the topics: for each table, and there for each partition, the offset behind the last record that counts.
 * A table whose topic does not exist has no partitions.
 */
public record BankOffsets(Map<BankTable, List<Long>> ends) {
    public BankOffsets {
        Map<BankTable, List<Long>> copy = new EnumMap<>(BankTable.class);
        for (BankTable table : BankTable.values()) {
            copy.put(table, List.copyOf(ends.getOrDefault(table, List.of())));
        }
        ends = copy;
    }

    /** Where the topics end now. */
    public static BankOffsets current(String bootstrapServers) {
        try (Consumer<byte[], byte[]> consumer = BankLog.consumer(bootstrapServers)) {
            return current(consumer);
        }
    }

    static BankOffsets current(Consumer<byte[], byte[]> consumer) {
        Map<String, List<PartitionInfo>> topics = consumer.listTopics();
        Map<BankTable, List<Long>> ends = new EnumMap<>(BankTable.class);
        for (BankTable table : BankTable.values()) {
            List<TopicPartition> partitions = partitions(
                    table, topics.getOrDefault(table.topic(), List.of()).size());
            Map<TopicPartition, Long> found = consumer.endOffsets(partitions);
            ends.put(table, partitions.stream().map(found::get).toList());
        }
        return new BankOffsets(ends);
    }

    /** How many records that is, when nothing was ever deleted. */
    public long total() {
        return ends.values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sum();
    }

    public long total(BankTable table) {
        return ends.get(table).stream().mapToLong(Long::longValue).sum();
    }

    Map<TopicPartition, Long> byPartition() {
        Map<TopicPartition, Long> result = new LinkedHashMap<>();
        ends.forEach((table, offsets) -> {
            for (TopicPartition partition : partitions(table, offsets.size())) {
                result.put(partition, offsets.get(partition.partition()));
            }
        });
        return result;
    }

    private static List<TopicPartition> partitions(BankTable table, int count) {
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(table.topic(), partition))
                .toList();
    }
}
