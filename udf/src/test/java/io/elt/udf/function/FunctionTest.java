package io.elt.udf.function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionTest {

    @ParameterizedTest
    @CsvSource({
        "930101, 1993-01-01",
        "981231, 1998-12-31",
        "960229, 1996-02-29",
        "000101, 1900-01-01",
        "991231, 1999-12-31"
    })
    void bankDateIsOfTheTwentiethCentury(String text, LocalDate date) {
        assertThat(new BankDate().eval(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "93010",
                "9301011",
                "930229",
                "931301",
                "930001",
                "930100",
                "930132",
                "93-101",
                "+93101",
                " 30101",
                "930101 ",
                "93o101",
                "19930101",
                "\u0669\u0663\u0660\u0661\u0660\u0661",
                "000229"
            })
    void bankDateOfAnythingElseIsNull(String text) {
        assertThat(new BankDate().eval(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"706213, 1970-12-13, F", "450204, 1945-02-04, M", "405120, 1940-01-20, F", "965229, 1996-02-29, F"})
    void birthNumberHoldsDateAndSex(String number, LocalDate date, String sex) {
        assertThat(new BirthDate().eval(number)).isEqualTo(date);
        assertThat(new BirthSex().eval(number)).isEqualTo(sex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "70621",
                "7062133",
                "706213/1234",
                "706313",
                "705013",
                "701313",
                "706232",
                "955229",
                "70-213",
                "x06213"
            })
    void whatIsNoBirthNumberHasNeither(String number) {
        assertThat(new BirthDate().eval(number)).isNull();
        assertThat(new BirthSex().eval(number)).isNull();
    }

    @Test
    void nullGivesNull() {
        assertThat(new BankDate().eval(null)).isNull();
        assertThat(new BirthDate().eval(null)).isNull();
        assertThat(new BirthSex().eval(null)).isNull();
    }
}
