package io.elt.rules.serving;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is lost between two types. */
class SinkTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            INT                    | INT NOT NULL            | may be NULL
            VARCHAR(20)            | VARCHAR(10)             | longer text
            CHAR(20)               | VARCHAR(10)             | longer text
            DECIMAL(12, 2)         | DECIMAL(10, 2)          | becomes NULL
            DECIMAL(10, 2)         | DECIMAL(10, 3)          | becomes NULL
            DECIMAL(10, 4)         | DECIMAL(18, 2)          | rounded away
            """)
    void isTold(String given, String taken, String expected) {
        assertThat(SinkType.of(given).faultInto(SinkType.of(taken)).orElseThrow())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            INT NOT NULL           | INT
            INT                    | BIGINT
            STRING                 | VARCHAR(10)
            VARCHAR(10)            | VARCHAR(10)
            VARCHAR(10)            | STRING
            DECIMAL(10, 2)         | DECIMAL(20, 4)
            DECIMAL(38, 2)         | DECIMAL(20, 2)
            DECIMAL(38, 6) NOT NULL| DECIMAL(20, 2) NOT NULL
            TIMESTAMP(3)           | TIMESTAMP(0)
            ROW<`a` INT>           | STRING
            """)
    void fitsOrIsNotKnown(String given, String taken) {
        assertThat(SinkType.of(given).faultInto(SinkType.of(taken))).isEmpty();
    }
}
