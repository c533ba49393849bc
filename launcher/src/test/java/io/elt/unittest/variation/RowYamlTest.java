package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.TimestampData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** How a row is written, so that a case can read it. */
class RowYamlTest {
    private final TestTable table = Given.table(
            "t",
            "id BIGINT, word STRING, amount DECIMAL(10, 2), booked_on DATE, at TIMESTAMP(3), ok BOOLEAN, share DOUBLE",
            "id",
            Delivery.CHANGELOG);

    @Test
    void everyTypeIsWrittenAsACaseWritesIt() {
        assertThat(RowYaml.of(
                        table,
                        Given.row(table, 7L, "two words", "1.50", "2024-05-01", "2024-05-01T10:00:00", true, 0.25)))
                .isEqualTo("{id: 7, word: two words, amount: 1.50, booked_on: '2024-05-01',"
                        + " at: '2024-05-01 10:00:00', ok: true, share: 0.25}");
    }

    @Test
    void nullIsLeftOut() {
        assertThat(RowYaml.of(table, Given.row(table, 7L, null, null, null, null, null, null)))
                .isEqualTo("{id: 7}");
    }

    @Test
    void onlyTheNamedColumnsAreWritten() {
        assertThat(RowYaml.of(table, List.of(1, 0), Given.row(table, 7L, "a", "1.00", null, null, null, null)))
                .isEqualTo("{word: a, id: 7}");
    }

    @ParameterizedTest
    @CsvSource({"2024-05-01T10:00:00, 2024-05-01 10:00:00", "2024-05-01T10:00:00.5, 2024-05-01 10:00:00.5"})
    void aFractionOfASecondIsWrittenIfThereIsOne(String time, String expected) {
        assertThat(RowYaml.of(table, List.of(4), Given.row(table, 7L, null, null, null, time, null, null)))
                .isEqualTo("{at: '" + expected + "'}");
    }

    @Test
    void bytesAreWrittenAsTextIfTheyAreOne() {
        TestTable bytes = Given.table("b", "raw BYTES", "", Delivery.APPEND);

        assertThat(RowYaml.of(bytes, Given.row(bytes, (Object) new byte[] {0, (byte) 0xff})))
                .isEqualTo("{raw: '0x00ff'}");
        assertThat(RowYaml.of(bytes, Given.row(bytes, (Object) "{}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{raw: '{}'}");
    }

    @Test
    void aTimeOfTheWorldHasItsZone() {
        TestTable times = Given.table("t", "at TIMESTAMP_LTZ(3)", "", Delivery.APPEND);

        assertThat(RowYaml.of(
                        times, Given.row(times, TimestampData.fromInstant(Instant.parse("2024-05-01T10:00:00.5Z")))))
                .isEqualTo("{at: '2024-05-01 10:00:00.5Z'}");
    }

    @Test
    void whatIsNoNumberIsWrittenAsYamlHasIt() {
        TestTable numbers = Given.table("n", "a DOUBLE, b DOUBLE, c DOUBLE", "", Delivery.APPEND);
        String yaml =
                RowYaml.of(numbers, Given.row(numbers, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));

        assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml))
                .isEqualTo(Map.of("a", Double.NaN, "b", Double.NEGATIVE_INFINITY, "c", Double.POSITIVE_INFINITY));
    }
}
