package io.elt.bench.figure;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LatenciesTest {
    @Test
    void aPercentileIsALatencyThatOccurred() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList();
        Latencies latencies = Latencies.of(hundred);
        assertThat(latencies.percentile(50)).isEqualTo(50);
        assertThat(latencies.percentile(99)).isEqualTo(99);
        assertThat(latencies.percentile(100)).isEqualTo(100);
        assertThat(latencies.percentile(0)).isEqualTo(1);
        assertThat(latencies.max()).isEqualTo(100);
        assertThat(latencies.count()).isEqualTo(100);
    }

    @Test
    void ofFewEventsTheLateOnesCount() {
        Latencies latencies = Latencies.of(List.of(3.0, 1.0, 2.0));
        assertThat(latencies.percentile(50)).isEqualTo(2);
        assertThat(latencies.percentile(99)).isEqualTo(3);
        assertThat(Latencies.of(List.of(7.0)).percentile(50)).isEqualTo(7);
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThatThrownBy(() -> Latencies.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
