package io.elt.unittest.variation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** How a time is told. */
class PassingTimeTest {
    @ParameterizedTest
    @CsvSource({
        "PT1S, 1 second",
        "PT2M, 2 minutes",
        "P31D, 31 days",
        "P1DT1H30M, 1 day 1 hour",
        "PT1M0.5S, 1 minute 500 milliseconds",
        "P1DT5S, 1 day 5 seconds"
    })
    void itsTwoLargestUnits(Duration duration, String expected) {
        assertThat(PassingTime.text(duration)).isEqualTo(expected);
    }
}
