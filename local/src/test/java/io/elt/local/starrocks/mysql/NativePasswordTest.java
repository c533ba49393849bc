package io.elt.local.starrocks.mysql;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

final class NativePasswordTest {
    private static final byte[] SALT = "abcdefghijklmnopqrst".getBytes(StandardCharsets.US_ASCII);

    @Test
    void takesTheRightAnswerOnly() {
        byte[] answer = NativePassword.scramble("secret", SALT);
        assertThat(answer).hasSize(20);
        assertThat(NativePassword.matches("secret", SALT, answer)).isTrue();
        assertThat(NativePassword.matches("other", SALT, answer)).isFalse();
        assertThat(NativePassword.matches("secret", NativePassword.salt(), answer))
                .isFalse();
        assertThat(NativePassword.matches("secret", SALT, new byte[0])).isFalse();
    }

    /** Computed with: SHA1("secret") XOR SHA1(salt + SHA1(SHA1("secret"))) by another implementation. */
    @Test
    void scramblesAsMySqlDoes() {
        assertThat(HexFormat.of().formatHex(NativePassword.scramble("secret", SALT)))
                .isEqualTo("8817c50fa779daef010ee7577825b0847df9842e");
    }

    @Test
    void noPasswordIsAnEmptyAnswer() {
        assertThat(NativePassword.matches("", SALT, new byte[0])).isTrue();
        assertThat(NativePassword.matches("", SALT, new byte[20])).isFalse();
    }

    @Test
    void saltsDifferAndHaveNoZero() {
        assertThat(NativePassword.salt()).isNotEqualTo(NativePassword.salt()).doesNotContain((byte) 0);
    }
}
