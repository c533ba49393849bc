package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Rejection;

import java.nio.charset.StandardCharsets;

/**
 * Refuses an escaped half of a surrogate pair, such as {@code "\}{@code ud800"}: it is no character, and would be written to
 * every table as a question mark.
 */
final class SurrogateEscapes {

    private static final int ESCAPE_LENGTH = 6;

    private SurrogateEscapes() {}

    /** What is not JSON at all is left to the tokenizer, which says it better. */
    static void verify(byte[] json) throws Rejection {
        int position = 0;
        while (position < json.length) {
            if (json[position] != '\\') {
                position++;
                continue;
            }
            int unit = escapedUnit(json, position);
            if (unit < 0) {
                position += 2;
                continue;
            }
            boolean pair = isHigh(unit) && isLow(escapedUnit(json, position + ESCAPE_LENGTH));
            if ((isHigh(unit) || isLow(unit)) && !pair) {
                throw halfPair(json, position);
            }
            position += pair ? 2 * ESCAPE_LENGTH : ESCAPE_LENGTH;
        }
    }

    /** The UTF-16 unit that is escaped at this place, or -1. */
    private static int escapedUnit(byte[] json, int position) {
        if (position + ESCAPE_LENGTH > json.length || json[position] != '\\' || json[position + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = position + 2; digit < position + ESCAPE_LENGTH; digit++) {
            int value = Character.digit(json[digit], 16);
            if (value < 0) {
                return -1;
            }
            unit = unit * 16 + value;
        }
        return unit;
    }

    private static boolean isHigh(int unit) {
        return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(int unit) {
        return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
    }

    private static Rejection halfPair(byte[] json, int position) {
        String escape = new String(json, position, ESCAPE_LENGTH, StandardCharsets.US_ASCII);
        return Rejection.of(
                ErrorCode.NOT_UTF8,
                "not a character: " + escape + " at byte " + position + " is half of a surrogate pair");
    }
}
