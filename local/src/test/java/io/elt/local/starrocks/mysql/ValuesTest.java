package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.TypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

import static org.assertj.core.api.Assertions.assertThat;

final class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100, 100",
        "-2.5, -2.5",
        "0, 0",
        "1e15, 1000000000000000",
        "1e16, 1e+16",
        "1.5e-7, 1.5e-07",
        "123456.789, 123456.789",
        "1e300, 1e+300",
        "NaN, nan",
        "Infinity, inf"
    })
    void printsDoublesAsStarRocksDoes(double number, String text) {
        assertThat(Values.print(number)).isEqualTo(text);
    }

    @Test
    void printsFloatsWithTheirOwnDigits() {
        assertThat(Values.print(0.1f)).isEqualTo("0.1");
    }

    @Test
    void printsTimesWithAFractionOnlyWhenThereIsOne() {
        assertThat(Values.print(LocalDateTime.parse("2024-01-01T00:00:00"))).isEqualTo("2024-01-01 00:00:00");
        assertThat(Values.print(LocalDateTime.parse("2024-01-01T00:00:00.5"))).isEqualTo("2024-01-01 00:00:00.500000");
        assertThat(Values.print(LocalDate.parse("2024-02-29"))).isEqualTo("2024-02-29");
    }

    @Test
    void printsDecimalsWithAllTheirDigits() {
        assertThat(Values.print(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Values.print(new BigDecimal("0.00000000"))).isEqualTo("0.00000000");
    }

    @Test
    void binaryDatesAndTimesHaveTheFormOfTheProtocol() {
        Payload payload = new Payload();
        BinaryRow.write(payload, LocalDateTime.parse("2024-02-29T10:11:12.000345"), DataType.of(TypeName.DATETIME));
        assertThat(payload.toByteArray()).containsExactly(11, 0xe8, 7, 2, 29, 10, 11, 12, 0x59, 1, 0, 0);
        payload.clear();
        BinaryRow.write(payload, LocalDate.parse("2024-02-29"), DataType.of(TypeName.DATE));
        assertThat(payload.toByteArray()).containsExactly(4, 0xe8, 7, 2, 29);
    }
}
