package io.elt.local.kafka;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaConfigTest {
    private static final Path FOLDER = Path.of("kafka");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.0.0.2"})
    void takesAnyLoopbackHost(String host) {
        assertThat(new KafkaConfig(FOLDER, host, 0).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "8.8.8.8"})
    void refusesHostsThatOthersCouldReach(String host) {
        assertThatThrownBy(() -> new KafkaConfig(FOLDER, host, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("loopback");
    }

    @Test
    void topicsHaveOnePartitionUnlessToldOtherwise() {
        assertThat(new KafkaConfig(FOLDER, "127.0.0.1", 0).partitions()).isEqualTo(1);
        assertThat(BrokerSettings.of(new KafkaConfig(FOLDER, "127.0.0.1", 0, 3)))
                .containsEntry("num.partitions", "3");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesPortsThatDoNotExist(int port) {
        assertThatThrownBy(() -> new KafkaConfig(FOLDER, "127.0.0.1", port)).hasMessageContaining("" + port);
    }

    @Test
    void refusesTopicsWithoutPartitions() {
        assertThatThrownBy(() -> new KafkaConfig(FOLDER, "127.0.0.1", 0, 0)).hasMessageContaining("partitions");
    }
}
