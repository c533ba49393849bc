package io.elt.local.bank.file;

import java.util.regex.Pattern;

/** Tells which texts are numbers in JSON; {@code 007}, {@code 1.} and {@code +5} are none. */
final class JsonNumber {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern BEGUN = Pattern.compile("-?((0|[1-9]\\d*)(\\.\\d*)?([eE][+-]?\\d*)?)?");

    private JsonNumber() {}

    static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** Whether more characters could make it a number. */
    static boolean canBecome(String text) {
        return BEGUN.matcher(text).matches();
    }
}
