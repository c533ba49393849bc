package io.elt.render;

/**
 * Marks travel inside rendered text and say where the text after them was written. They are made of noncharacters, which no
 * file of a project may hold. Every place where a template looks at rendered text, rather than printing it, sees it without
 * marks, so that they change no result.
 */
final class Marks {

    /** Text of a template follows. */
    static final char TEXT = '\uFDD0';

    /** The output of an expression, a call or an include follows, up to its end mark. */
    static final char OPEN = '\uFDD1';

    static final char CLOSE = '\uFDD2';

    private static final char ZERO = '\uFDD3';
    private static final int DIGITS = 6;
    private static final int BITS = 4;

    static final int LENGTH = 1 + DIGITS;

    private Marks() {}

    static String of(char kind, int number) {
        char[] mark = new char[LENGTH];
        mark[0] = kind;
        for (int i = 0; i < DIGITS; i++) {
            mark[LENGTH - 1 - i] = (char) (ZERO + (number >> (i * BITS) & 15));
        }
        return new String(mark);
    }

    static String around(int number, String text) {
        return of(OPEN, number) + text + of(CLOSE, number);
    }

    static boolean isMark(CharSequence text, int at) {
        char kind = text.charAt(at);
        return kind >= TEXT && kind <= CLOSE && at + LENGTH <= text.length();
    }

    static int number(CharSequence text, int at) {
        int number = 0;
        for (int i = 1; i < LENGTH; i++) {
            number = number << BITS | text.charAt(at + i) - ZERO;
        }
        return number;
    }

    static String strip(String text) {
        int mark = next(text, 0);
        if (mark == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        while (mark < text.length()) {
            result.append(text, from, mark);
            from = mark + LENGTH;
            mark = next(text, from);
        }
        return result.append(text, from, text.length()).toString();
    }

    static Object strip(Object value) {
        return value instanceof String text ? strip(text) : value;
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isMark(text, i)) {
                return i;
            }
        }
        return text.length();
    }
}
