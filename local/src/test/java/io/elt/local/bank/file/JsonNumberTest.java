package io.elt.local.bank.file;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "700.00", "1e3", "1.5E-7", "99999999999999999999"})
    void knowsJsonsNumbers(String text) {
        assertThat(JsonNumber.is(text)).isTrue();
        assertThat(JsonNumber.canBecome(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "007", "1.", ".5", "+5", "1,5", " 1", "abc", "?", "0x1F", "NaN", "1e"})
    void knowsWhatLooksLikeANumberAndIsNone(String text) {
        assertThat(JsonNumber.is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "22.", "1e", "1e+", "0.1"})
    void knowsBeginningsOfNumbers(String text) {
        assertThat(JsonNumber.canBecome(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1a", "--", "00", "1.2.3", " "})
    void knowsWhatCannotBecomeANumber(String text) {
        assertThat(JsonNumber.canBecome(text)).isFalse();
    }
}
