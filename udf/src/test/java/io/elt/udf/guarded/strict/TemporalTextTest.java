package io.elt.udf.guarded.strict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class TemporalTextTest {

    @Test
    void calendarIsThatOfTheJdk() {
        for (int year : new int[] {0, 4, 100, 400, 1600, 1899, 1900, 1996, 1999, 2000, 2023, 2024, 2100, 9999}) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format("%04d-%02d-%02d", year, month, day);
                    assertThat(isDate(text)).as(text).isEqualTo(exists(year, month, day));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-12-3",
                "2023-12-311",
                "2023/12/31",
                "20231231",
                "2023-12-31 ",
                " 2023-12-31",
                "-023-12-31",
                "2023-1a-31",
                "\u0662023-12-31"
            })
    void textThatIsNoDateIsRefused(String text) {
        assertThat(isDate(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:00, 0",
        "23:59:59, 0",
        "12:00:00.5, 1",
        "12:00:00.500, 1",
        "12:00:00.000, 0",
        "12:00:00.123456789, 9"
    })
    void timeHasItsSignificantDigits(String text, int digits) {
        TemporalText time = text(text);

        assertThat(time.readTime() && time.isAtEnd()).isTrue();
        assertThat(time.fractionDigits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12:00",
                "24:00:00",
                "12:60:00",
                "12:00:60",
                "1:00:00",
                "12-00:00",
                "12:00-00",
                "12:00:00.",
                "12:00:00.1234567890",
                "12:00:00,5",
                "12:00:0a"
            })
    void textThatIsNoTimeIsRefused(String text) {
        TemporalText time = text(text);

        assertThat(time.readTime() && time.isAtEnd()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:00", "12:00:00", "12:00:00.5"})
    void secondsMayBeLeftOutInIso(String text) {
        TemporalText time = text(text);

        assertThat(time.readTimeWithOptionalSeconds() && time.isAtEnd()).isTrue();
    }

    private static boolean isDate(String text) {
        TemporalText date = text(text);
        return date.readDate() && date.isAtEnd();
    }

    private static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** Not at the start of the buffer, as in the tokenizer. */
    private static TemporalText text(String text) {
        return new TemporalText(("2x" + text).toCharArray(), 2, text.length());
    }
}
