package io.elt.unittest.variation;

import io.elt.unittest.TestTable.Rowtime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** Which declared watermarks are understood. */
class WatermarkDelayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            `at`                               | PT0S
            [`at`]                             | PT0S
            `at` - INTERVAL '5' SECOND         | PT5S
            [`at` - INTERVAL '5' SECOND]       | PT5S
            `at`  -  interval '3' minute       | PT3M
            `at` - INTERVAL '2' HOUR           | PT2H
            `at` - INTERVAL '1' DAY            | PT24H
            `at` - INTERVAL '100' SECOND(3)    | PT1M40S
            """)
    void aDelayIsUnderstood(String expression, Duration expected) {
        assertThat(WatermarkDelay.of(new Rowtime("at", expression))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`other`",
                "`at` + INTERVAL '5' SECOND",
                "`at` - INTERVAL '1' MONTH",
                "`at` - INTERVAL '00:05' MINUTE TO SECOND",
                "CAST(`at` AS TIMESTAMP(3))",
                "SOURCE_WATERMARK()"
            })
    void anythingElseIsNotGuessed(String expression) {
        assertThat(WatermarkDelay.of(new Rowtime("at", expression))).isEmpty();
    }
}
