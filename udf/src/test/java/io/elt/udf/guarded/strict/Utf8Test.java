package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Utf8Test {

    @Test
    void everyCharacterIsAccepted() {
        for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint += codePoint < 0x900 ? 1 : 37) {
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                continue;
            }
            byte[] bytes = ("abcdefg" + Character.toString(codePoint) + "h").getBytes(StandardCharsets.UTF_8);
            assertThatCode(() -> Utf8.verify(bytes)).as("U+%X", codePoint).doesNotThrowAnyException();
        }
    }

    @Test
    void agreesWithTheDecoderOfTheJdk() {
        Random random = new Random(42);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            for (int position = 0; position < bytes.length; position++) {
                // No zero byte, and mostly the bytes that make up long characters.
                bytes[position] =
                        (byte) (random.nextBoolean() ? 0x80 + random.nextInt(0x80) : 1 + random.nextInt(0x7F));
            }
            assertThat(isAccepted(bytes)).as("%s", (Object) bytes).isEqualTo(isUtf8(bytes));
        }
    }

    @Test
    void zeroByteIsRefused() {
        assertThat(isAccepted(new byte[] {'a', 0, 'b'})).isFalse();
        assertThat(isAccepted(new byte[] {'a', 'b', 'c', 'd', 'e', 0, 'f', 'g', 'h'}))
                .isFalse();
    }

    @Test
    void backslashIsSeenWhereverItIs() throws Rejection {
        for (int position = 0; position < 20; position++) {
            byte[] bytes = "a".repeat(20).getBytes(StandardCharsets.US_ASCII);
            assertThat(Utf8.verify(bytes)).isFalse();
            bytes[position] = '\\';
            assertThat(Utf8.verify(bytes)).as("at %d", position).isTrue();
        }
    }

    @Test
    void reasonNamesByteAndPlace() {
        assertThatThrownBy(() -> Utf8.verify(new byte[] {'a', (byte) 0xE1, 'b'}))
                .hasMessage("not UTF-8: 0xE1 at byte 1");
        assertThatThrownBy(() -> Utf8.verify(new byte[] {'a', (byte) 0xC3}))
                .hasMessage("truncated: the input ends inside of a character at byte 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d\\ude00",
                "\\\\ud83d",
                "\\u0041\\n\\\"",
                "\\uD83D\\uDE00\\uD83D\\uDE00",
                "\\",
                "\\u12",
                "\\uzzzz"
            })
    void escapesOfWholeCharactersAndWhatIsNoEscapeAreAccepted(String text) {
        assertThatCode(() -> SurrogateEscapes.verify(text.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud83d", "\\ude00", "\\ud83d\\ud83d\\ude00", "\\ud83dx\\ude00", "\\\\\\ud83d", "\\ude00\\ud83d"
            })
    void escapesOfHalfCharactersAreRefused(String text) {
        assertThatThrownBy(() -> SurrogateEscapes.verify(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("half of a surrogate pair");
    }

    private static boolean isAccepted(byte[] bytes) {
        try {
            Utf8.verify(bytes);
            return true;
        } catch (Rejection refused) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
