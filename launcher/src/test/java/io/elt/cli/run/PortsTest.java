package io.elt.cli.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the embedded stack listens. */
class PortsTest {
    @Test
    void aZeroBecomesAFreePortAndAllElseStays() {
        Ports ports = new Ports(0, 9030, 0, 8081).resolved();

        assertThat(ports.kafka()).isBetween(1, 65_535);
        assertThat(ports.starrocks()).isEqualTo(9030);
        assertThat(ports.starrocksHttp()).isBetween(1, 65_535).isNotEqualTo(ports.kafka());
        assertThat(ports.flink()).isEqualTo(8081);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, 90_300})
    void whatIsNoPortIsRefused(int port) {
        assertThatThrownBy(() -> new Ports(1, 2, port, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 65535")
                .hasMessageContaining(String.valueOf(port));
    }
}
