package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Rejection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Refuses bytes that are not UTF-8. The tokenizer is lenient about them (it takes over-long forms and surrogates, and guesses
 * UTF-16 from the first bytes), and text that is decoded with replacement characters is altered text.
 */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

    private Utf8() {}

    /** Whether there is a backslash among the bytes: only then does the text need to be looked at for escapes. */
    static boolean verify(byte[] bytes) throws Rejection {
        int position = 0;
        boolean escapes = false;
        while (position < bytes.length) {
            if (position + Long.BYTES <= bytes.length) {
                long eight = (long) LONGS.get(bytes, position);
                if ((eight & HIGH_BITS) == 0 && !hasZero(eight)) {
                    escapes |= hasZero(eight ^ BACKSLASHES);
                    position += Long.BYTES;
                    continue;
                }
            }
            byte first = bytes[position];
            if (first > 0) {
                escapes |= first == '\\';
                position++;
                continue;
            }
            position += lengthOfCharacter(bytes, position);
        }
        return escapes;
    }

    private static boolean hasZero(long eight) {
        return ((eight - LOW_BITS) & ~eight & HIGH_BITS) != 0;
    }

    /** Of a character of more than one byte; see table 3-7 of the Unicode standard. */
    private static int lengthOfCharacter(byte[] bytes, int position) throws Rejection {
        int first = bytes[position] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) {
            return requireCharacter(bytes, position, 2, 0x80, 0xBF);
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return requireCharacter(bytes, position, 3, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        }
        if (first >= 0xF0 && first <= 0xF4) {
            return requireCharacter(bytes, position, 4, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
        }
        throw notUtf8(bytes, position);
    }

    private static int requireCharacter(byte[] bytes, int position, int length, int smallestSecond, int largestSecond)
            throws Rejection {
        for (int next = 1; next < length; next++) {
            if (position + next == bytes.length) {
                throw Rejection.of(
                        ErrorCode.TRUNCATED, "truncated: the input ends inside of a character at byte " + bytes.length);
            }
            int smallest = next == 1 ? smallestSecond : 0x80;
            int largest = next == 1 ? largestSecond : 0xBF;
            int value = bytes[position + next] & 0xFF;
            if (value < smallest || value > largest) {
                throw notUtf8(bytes, position);
            }
        }
        return length;
    }

    private static Rejection notUtf8(byte[] bytes, int position) {
        String hexadecimal = String.format("0x%02X", bytes[position]);
        return Rejection.of(ErrorCode.NOT_UTF8, "not UTF-8: " + hexadecimal + " at byte " + position);
    }
}
