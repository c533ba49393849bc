package io.elt.serving;

import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Types that both sides know. */
class FlinkTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            BOOLEAN        | BOOLEAN
            TINYINT        | TINYINT
            INTEGER        | INT
            BIGINT         | BIGINT
            LARGEINT       | STRING
            DOUBLE         | DOUBLE
            DECIMAL        | DECIMAL(10, 0)
            DECIMAL(20,2)  | DECIMAL(20,2)
            DECIMAL64(9,3) | DECIMAL(9,3)
            CHAR(3)        | CHAR(3)
            VARCHAR(20)    | VARCHAR(20)
            VARCHAR        | VARCHAR(1)
            STRING         | STRING
            JSON           | STRING
            DATE           | DATE
            DATETIME       | TIMESTAMP(0)
            """)
    void haveAFlinkTypeThatFlinkCanRead(String starRocks, String flink) {
        assertThat(FlinkTypes.of(starRocks)).contains(flink);
        assertThat(LogicalTypeParser.parse(flink, FlinkTypesTest.class.getClassLoader()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HLL", "BITMAP", "ARRAY<INT>", "PERCENTILE", "NOSUCH"})
    void whatTheConnectorCannotWriteHasNone(String starRocks) {
        assertThat(FlinkTypes.of(starRocks)).isEmpty();
    }
}
