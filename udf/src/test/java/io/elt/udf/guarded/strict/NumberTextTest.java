package io.elt.udf.guarded.strict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTest {

    private final NumberText number = new NumberText();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-0, 0, 0", "7, 1, 0", "007, 1, 0", "10, 2, 0", "1.50, 1, 1", "0.05, 0, 2", "-120.000, 3, 0"
    })
    void digitsThatCountAreCounted(String text, int integerDigits, int fractionDigits) {
        assertThat(read(text)).isTrue();
        assertThat(number.integerDigits()).isEqualTo(integerDigits);
        assertThat(number.fractionDigits()).isEqualTo(fractionDigits);
    }

    @Test
    void agreesWithBigDecimal() {
        Random random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            String text = new BigDecimal(random.nextInt(2_000_000) - 1_000_000)
                    .movePointLeft(random.nextInt(8))
                    .toPlainString();
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            assertThat(read(text)).as(text).isTrue();
            assertThat(number.fractionDigits()).as(text).isEqualTo(Math.max(0, value.scale()));
            assertThat(number.integerDigits())
                    .as(text)
                    .isEqualTo(value.signum() == 0 ? 0 : Math.max(0, value.precision() - value.scale()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "1E5", "1e+5", "1.5e-5", "0e0"})
    void exponentIsSeen(String text) {
        assertThat(read(text)).isTrue();
        assertThat(number.hasExponent()).isTrue();
        assertThat(number.isInteger()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "+1", ".5", "1.", "1.e5", "e5", "1e", "1e-", "1e5.5", "1 ", " 1", "1,5", "0x1", "NaN", "--1",
                "1-", "\u0661"
            })
    void textThatIsNoNumberIsRefused(String text) {
        assertThat(read(text)).isFalse();
    }

    /** With more around it, as in the buffer of the tokenizer. */
    private boolean read(String text) {
        return number.read(("9" + text + "9").toCharArray(), 1, text.length());
    }
}
