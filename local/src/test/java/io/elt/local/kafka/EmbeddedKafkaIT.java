package io.elt.local.kafka;

import io.elt.local.PortInUseException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedKafkaIT {
    private static final String HOST = "127.0.0.1";

    @TempDir
    private Path folder;

    @Test
    void keepsRecordsOverRestartsOnAnotherPort() throws Exception {
        String before;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0))) {
            before = kafka.bootstrapServers();
            kafka.createTopic("bank.account", 1);
            kafka.createTopic("bank.account", 1);
            KafkaClients.write(before, "bank.account", "a", "b");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, freePort()))) {
            assertThat(kafka.bootstrapServers()).isNotEqualTo(before);
            KafkaClients.write(kafka.bootstrapServers(), "bank.account", "c");
            assertThat(KafkaClients.readAll(kafka.bootstrapServers(), "bank.account"))
                    .containsExactly("a", "b", "c");
            assertThat(kafka.failure()).isEmpty();
        }
    }

    @Test
    void createsTopicsOnUseWithTheConfiguredPartitionsAndTakesLargeRecords() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0, 3))) {
            KafkaClients.write(kafka.bootstrapServers(), "made.by.use", "x".repeat(2 << 20));
            assertThat(KafkaClients.readAll(kafka.bootstrapServers(), "made.by.use")
                            .get(0))
                    .hasSize(2 << 20);
            assertThat(partitions(kafka, "made.by.use")).isEqualTo(3);
        }
    }

    @Test
    void consumerGroupsFindTheirPlaceAfterARestart() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0))) {
            KafkaClients.write(kafka.bootstrapServers(), "events", "first");
            assertThat(readAsGroup(kafka, "events")).containsExactly("first");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0))) {
            KafkaClients.write(kafka.bootstrapServers(), "events", "second");
            assertThat(readAsGroup(kafka, "events")).containsExactly("second");
            assertThat(partitions(kafka, "__consumer_offsets")).isEqualTo(4);
        }
    }

    @Test
    void saysWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            assertThatThrownBy(() -> EmbeddedKafka.start(new KafkaConfig(folder, HOST, taken.getLocalPort())))
                    .isInstanceOfSatisfying(PortInUseException.class, e -> {
                        assertThat(e.port()).isEqualTo(taken.getLocalPort());
                        assertThat(e.server()).isEqualTo("Kafka");
                    });
        }
    }

    @Test
    void refusesAFolderThatAnotherBrokerUses() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0))) {
            assertThatThrownBy(() -> EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            KafkaClients.write(kafka.bootstrapServers(), "still", "works");
        }
    }

    @Test
    void saysWhatIsWrongWithAFolderThatIsNotKafkas() throws Exception {
        Files.writeString(folder.resolve("meta.properties"), "version=1\nnode.id=77\ncluster.id=x\n");
        assertThatThrownBy(() -> EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
        Files.delete(folder.resolve("meta.properties"));
        EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0)).close();
    }

    @Test
    void keepsEveryAcknowledgedRecordWhenTheProcessIsKilled() throws Exception {
        for (int round = 1; round <= 2; round++) {
            List<String> acknowledged = KilledBroker.writeUntilKilled(folder, 2_000);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2_000);
            try (EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(folder, HOST, 0))) {
                assertThat(KafkaClients.readAll(kafka.bootstrapServers(), KilledBroker.TOPIC))
                        .containsAll(acknowledged)
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int partitions(EmbeddedKafka kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private static List<String> readAsGroup(EmbeddedKafka kafka, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "analysts",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (values.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
            return values;
        }
    }
}
