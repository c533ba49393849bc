package io.elt.project;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** Durations as Flink and Paimon write them. */
class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "30 d, PT720H",
        "1s, PT1S",
        "500 ms, PT0.5S",
        "500, PT0.5S",
        "2 Hours, PT2H",
        "7min, PT7M",
        "3 day, PT72H",
        "10 ns, PT0.00000001S"
    })
    void areRead(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "1 week", "-1 s", "1 s 2 ms", "99999999999999 d", "1.5 h"})
    void orNot(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, 1 day",
        "PT72H, 3 days",
        "PT6H, 6 h",
        "PT90M, 90 min",
        "PT100S, 100 s",
        "PT0.2S, 200 ms",
        "PT0S, 0 s"
    })
    void areSaidAsPeopleDo(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
