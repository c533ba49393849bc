package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/** An integer as JSON knows it: neither 3.0 nor 1e3, though both have an integer's value; the inner format alters others. */
final class IntegerCheck implements ValueCheck {

    private static final int DIGITS_THAT_ALWAYS_FIT = 18;

    private final String typeName;
    private final long smallest;
    private final long largest;
    private final QuotedValues quoted;
    private final NumberText number = new NumberText();

    IntegerCheck(String typeName, long smallest, long largest, QuotedValues quoted) {
        this.typeName = typeName;
        this.smallest = smallest;
        this.largest = largest;
        this.quoted = quoted;
    }

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && !quoted.accept(token)) {
            throw Mismatch.wrongType(typeName, parser);
        }
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        if (!number.read(text, from, length) || !number.isInteger()) {
            throw Mismatch.wrongType(typeName, parser);
        }
        if (!fits(text, from, length)) {
            throw Mismatch.overflow(typeName, parser);
        }
    }

    private boolean fits(char[] text, int from, int length) {
        int digits = number.integerDigits();
        if (digits > DIGITS_THAT_ALWAYS_FIT) {
            return digits == DIGITS_THAT_ALWAYS_FIT + 1 && fitsExactly(text, from, length);
        }
        // Negative numbers reach one further, so the sum is kept negative.
        long negated = 0;
        for (int position = from + length - digits; position < from + length; position++) {
            negated = negated * 10 - (text[position] - '0');
        }
        return text[from] == '-' ? negated >= smallest : -negated <= largest;
    }

    private boolean fitsExactly(char[] text, int from, int length) {
        try {
            long value = Long.parseLong(new String(text, from, length));
            return value >= smallest && value <= largest;
        } catch (NumberFormatException beyondLong) {
            return false;
        }
    }
}
