package io.elt.status;

import io.elt.local.kafka.EmbeddedKafka;
import io.elt.local.kafka.KafkaConfig;
import io.elt.plan.ExternalInput;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a real broker: each case has topics and a group of its own. */
class KafkaOffsetsIT {
    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    @BeforeAll
    static void start() throws IOException {
        kafka = EmbeddedKafka.start(new KafkaConfig(folder, "127.0.0.1", 0, 2));
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
        kafka.close();
    }

    @Test
    void everythingIsUnreadBeforeTheFirstCommit() throws Exception {
        write("fresh", 0, 3);
        write("fresh", 1, 2);
        try (KafkaOffsets offsets = offsets(Map.of("topic", "fresh"))) {
            assertThat(offsets.ends()).containsOnly(Map.entry(at("fresh", 0), 3L), Map.entry(at("fresh", 1), 2L));
            assertThat(offsets.committed()).isEmpty();
            assertThat(offsets.unreadUpTo(offsets.ends())).isEqualTo(5);
        }
    }

    @Test
    void whatIsCommittedIsReadAndLaterRecordsDoNotCountUpToAnEarlierMark() throws Exception {
        write("read", 0, 3);
        write("read", 1, 2);
        try (KafkaOffsets offsets = offsets(Map.of("topic", "read"))) {
            Map<TopicPartition, Long> mark = offsets.ends();
            commit("read", 0, 3);
            assertThat(offsets.unreadUpTo(mark)).isEqualTo(2);
            commit("read", 1, 2);
            write("read", 0, 4);
            assertThat(offsets.unreadUpTo(mark)).isZero();
            assertThat(offsets.unreadUpTo(offsets.ends())).isEqualTo(4);
        }
    }

    @Test
    void aGroupThatForgetsReadsFromTheStart() throws Exception {
        write("again", 0, 3);
        commit("again", 0, 3);
        try (KafkaOffsets offsets = offsets(Map.of("topic", "again"))) {
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
            offsets.forget();
            assertThat(offsets.unreadUpTo(offsets.ends())).isEqualTo(3);
            offsets.forget();
        }
    }

    @Test
    void severalTopicsAreOneInputAndAPatternFindsThem() throws Exception {
        write("many.a", 0, 1);
        write("many.b", 1, 2);
        write("other", 0, 7);
        commit("many.a", 0, 1);
        commit("other", 0, 7);
        for (Map<String, String> options :
                List.of(Map.of("topic", "many.a;many.b"), Map.of("topic-pattern", "many\\..*"))) {
            try (KafkaOffsets offsets = offsets(options)) {
                assertThat(offsets.ends()).hasSize(4);
                assertThat(offsets.committed()).containsOnly(Map.entry(at("many.a", 0), 1L));
                assertThat(offsets.unreadUpTo(offsets.ends())).isEqualTo(2);
                assertThat(offsets.topics()).startsWith("many");
            }
        }
    }

    @Test
    void whatTheBrokerNoLongerHasIsNotWaitedFor() throws Exception {
        write("expired", 0, 3);
        admin.deleteRecords(Map.of(at("expired", 0), RecordsToDelete.beforeOffset(3)))
                .all()
                .get();
        try (KafkaOffsets offsets = offsets(Map.of("topic", "expired", "scan.startup.mode", "earliest-offset"))) {
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
        }
    }

    /** The end of a transaction has an offset of its own, and is no record: no reader ever commits the place behind it. */
    @Test
    void theEndOfATransactionIsNotWaitedFor() throws Exception {
        writeInTransaction("bought", 2, TransactionEnd.COMMIT);
        commit("bought", 0, 2);
        try (KafkaOffsets offsets = offsets(Map.of("topic", "bought"))) {
            assertThat(offsets.ends()).containsEntry(at("bought", 0), 3L);
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
            assertThat(offsets.oldestUnread()).isEmpty();

            write("bought", 0, 1);
            assertThat(offsets.unreadUpTo(offsets.ends())).isEqualTo(1);
        }
    }

    @Test
    void whatWasTakenBackIsNotWaitedForByThoseWhoReadOnlyWhatIsCommitted() throws Exception {
        write("returned", 0, 1);
        writeInTransaction("returned", 2, TransactionEnd.ABORT);
        commit("returned", 0, 1);
        Map<String, String> committed = Map.of("topic", "returned", "properties.isolation.level", "read_committed");
        try (KafkaOffsets offsets = offsets(committed);
                KafkaOffsets everything = offsets(Map.of("topic", "returned"))) {
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
            assertThat(everything.unreadUpTo(everything.ends())).isEqualTo(3);
        }
    }

    @Test
    void anOpenTransactionIsNotThereYetForThoseWhoReadOnlyWhatIsCommitted() throws Exception {
        write("open", 0, 1);
        commit("open", 0, 1);
        Map<String, String> committed = Map.of("topic", "open", "properties.isolation.level", "read_committed");
        try (KafkaProducer<String, String> producer = transactional("open");
                KafkaOffsets offsets = offsets(committed)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("open", 0, null, "not yet")).get();

            assertThat(offsets.ends()).containsEntry(at("open", 0), 1L);
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
            producer.abortTransaction();
        }
    }

    @Test
    void theOldestUnreadRecordSaysHowFarBehindAReaderIs() throws Exception {
        write("behind", 0, 1);
        Instant before = Instant.now();
        write("behind", 0, 1);
        write("behind", 1, 1);
        commit("behind", 0, 1);
        try (KafkaOffsets offsets = offsets(Map.of("topic", "behind"))) {
            assertThat(offsets.oldestUnread())
                    .hasValueSatisfying(oldest -> assertThat(oldest).isBetween(before.minusMillis(1), Instant.now()));
            commit("behind", 0, 2);
            commit("behind", 1, 1);
            assertThat(offsets.oldestUnread()).isEmpty();
        }
    }

    @Test
    void aReaderThatBeginsAtTheEndHasNothingToRead() throws Exception {
        write("late", 0, 3);
        try (KafkaOffsets offsets = offsets(Map.of("topic", "late", "scan.startup.mode", "latest-offset"))) {
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
        }
    }

    @Test
    void aReaderThatBeginsAtATimeHasWhatCameSince() throws Exception {
        write("timed", 0, 3);
        Map<String, String> tomorrow = Map.of(
                "topic", "timed",
                "scan.startup.mode", "timestamp",
                "scan.startup.timestamp-millis", String.valueOf(System.currentTimeMillis() + 86_400_000));
        try (KafkaOffsets offsets = offsets(tomorrow)) {
            assertThat(offsets.unreadUpTo(offsets.ends())).isZero();
        }
        Map<String, String> yesterday = new HashMap<>(tomorrow);
        yesterday.put("scan.startup.timestamp-millis", "1");
        try (KafkaOffsets offsets = offsets(yesterday)) {
            assertThat(offsets.unreadUpTo(offsets.ends())).isEqualTo(3);
        }
    }

    @Test
    void withoutAGroupNothingIsKnown() {
        ExternalInput input = new ExternalInput(
                "account_change", Map.of("properties.bootstrap.servers", kafka.bootstrapServers(), "topic", "fresh"));
        assertThat(KafkaOffsets.areKnown(input)).isFalse();
        assertThat(KafkaOffsets.of(input)).isEmpty();
    }

    private static KafkaOffsets offsets(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("connector", "kafka");
        all.put("properties.bootstrap.servers", kafka.bootstrapServers());
        all.put("properties.group.id", "reader");
        return KafkaOffsets.of(new ExternalInput("input", all)).orElseThrow();
    }

    private static TopicPartition at(String topic, int partition) {
        return new TopicPartition(topic, partition);
    }

    private static void write(String topic, int partition, int records) throws Exception {
        kafka.createTopic(topic, 2);
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            for (int record = 0; record < records; record++) {
                producer.send(new ProducerRecord<>(topic, partition, null, "record " + record))
                        .get();
            }
        }
    }

    private enum TransactionEnd {
        COMMIT,
        ABORT
    }

    private static void writeInTransaction(String topic, int records, TransactionEnd end) throws Exception {
        kafka.createTopic(topic, 2);
        try (KafkaProducer<String, String> producer = transactional(topic)) {
            producer.beginTransaction();
            for (int record = 0; record < records; record++) {
                producer.send(new ProducerRecord<>(topic, 0, null, "record " + record))
                        .get();
            }
            switch (end) {
                case COMMIT -> producer.commitTransaction();
                case ABORT -> producer.abortTransaction();
            }
        }
        // The end is written behind the producer's back; a successor has to wait for it.
        transactional(topic).close();
    }

    private static KafkaProducer<String, String> transactional(String id) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", id),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static void commit(String topic, int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets("reader", Map.of(at(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
