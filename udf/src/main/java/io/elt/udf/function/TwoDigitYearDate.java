package io.elt.udf.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The six digits yyMMdd of a date in the twentieth century, which is how the bank of PKDD'99 writes its dates. */
final class TwoDigitYearDate {

    static final int LENGTH = 6;

    private static final int CENTURY = 1900;

    private TwoDigitYearDate() {}

    /** Nothing unless the text starts with six digits. */
    static Optional<Parts> parse(String text) {
        if (text.length() < LENGTH) {
            return Optional.empty();
        }
        for (int position = 0; position < LENGTH; position++) {
            if (text.charAt(position) < '0' || text.charAt(position) > '9') {
                return Optional.empty();
            }
        }
        return Optional.of(new Parts(twoDigits(text, 0), twoDigits(text, 2), twoDigits(text, 4)));
    }

    private static int twoDigits(String text, int position) {
        return (text.charAt(position) - '0') * 10 + text.charAt(position + 1) - '0';
    }

    /** The three numbers as written; they need not make a date. */
    record Parts(int year, int month, int day) {

        Optional<LocalDate> date() {
            try {
                return Optional.of(LocalDate.of(CENTURY + year, month, day));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }
}
