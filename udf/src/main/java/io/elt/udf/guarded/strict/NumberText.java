package io.elt.udf.guarded.strict;

/**
 * The digits of a decimal literal, counted in place: no number is made of it. The same for a JSON number, whose grammar the
 * tokenizer has seen to, and for text in quotes, of which nothing is known.
 */
final class NumberText {

    private int integerDigits;
    private int fractionDigits;
    private boolean hasFraction;
    private boolean hasExponent;

    /** Whether the text is a number. */
    boolean read(char[] text, int from, int length) {
        int end = from + length;
        int position = from < end && text[from] == '-' ? from + 1 : from;
        int integerStart = position;
        position = afterDigits(text, position, end);
        if (position == integerStart) {
            return false;
        }
        int significant = integerStart;
        while (significant < position && text[significant] == '0') {
            significant++;
        }
        integerDigits = position - significant;
        fractionDigits = 0;
        hasFraction = position < end && text[position] == '.';
        hasExponent = false;
        if (hasFraction) {
            int fractionStart = position + 1;
            position = afterDigits(text, fractionStart, end);
            if (position == fractionStart) {
                return false;
            }
            int lastSignificant = position;
            while (lastSignificant > fractionStart && text[lastSignificant - 1] == '0') {
                lastSignificant--;
            }
            fractionDigits = lastSignificant - fractionStart;
        }
        return position == end || readExponent(text, position, end);
    }

    private boolean readExponent(char[] text, int from, int end) {
        if (text[from] != 'e' && text[from] != 'E') {
            return false;
        }
        hasExponent = true;
        int position = from + 1;
        if (position < end && (text[position] == '-' || text[position] == '+')) {
            position++;
        }
        return position < end && afterDigits(text, position, end) == end;
    }

    private static int afterDigits(char[] text, int from, int end) {
        int position = from;
        while (position < end && text[position] >= '0' && text[position] <= '9') {
            position++;
        }
        return position;
    }

    /** Digits before the point, without leading zeros. */
    int integerDigits() {
        return integerDigits;
    }

    /** Digits after the point, without trailing zeros. */
    int fractionDigits() {
        return fractionDigits;
    }

    boolean isInteger() {
        return !hasFraction && !hasExponent;
    }

    boolean hasExponent() {
        return hasExponent;
    }
}
