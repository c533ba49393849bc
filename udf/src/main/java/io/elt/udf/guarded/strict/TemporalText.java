package io.elt.udf.guarded.strict;

/**
 * Reads dates and times in place. Flink's patterns resolve 2023-02-30 to 2023-02-28 and cost more than the rest of the record;
 * this one knows the calendar and nothing else.
 */
final class TemporalText {

    private static final int DATE_LENGTH = 10;
    private static final int MINUTES_LENGTH = 5;
    private static final int SECONDS_LENGTH = 8;
    private static final int LONGEST_FRACTION = 9;

    private final char[] text;
    private final int end;
    private int position;
    private int fractionDigits;

    TemporalText(char[] text, int from, int length) {
        this.text = text;
        this.position = from;
        this.end = from + length;
    }

    boolean isAtEnd() {
        return position == end;
    }

    /** Digits of the second's fraction, without trailing zeros. */
    int fractionDigits() {
        return fractionDigits;
    }

    boolean skip(char expected) {
        if (position == end || text[position] != expected) {
            return false;
        }
        position++;
        return true;
    }

    /** A date that exists, as 2023-12-31. */
    boolean readDate() {
        if (end - position < DATE_LENGTH || text[position + 4] != '-' || text[position + 7] != '-') {
            return false;
        }
        int century = twoDigits(position);
        int yearOfCentury = twoDigits(position + 2);
        int month = twoDigits(position + 5);
        int day = twoDigits(position + 8);
        position += DATE_LENGTH;
        if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12) {
            return false;
        }
        return day >= 1 && day <= daysIn(century * 100 + yearOfCentury, month);
    }

    /** A time as 23:59:59, with up to nine digits of a fraction. */
    boolean readTime() {
        return end - position >= SECONDS_LENGTH && readHoursAndMinutes() && readSeconds();
    }

    /** As ISO 8601 has it: the seconds may be left out. */
    boolean readTimeWithOptionalSeconds() {
        if (end - position < MINUTES_LENGTH || !readHoursAndMinutes()) {
            return false;
        }
        return position == end || text[position] != ':' || readSeconds();
    }

    private boolean readHoursAndMinutes() {
        int hour = twoDigits(position);
        int minute = twoDigits(position + 3);
        boolean separated = text[position + 2] == ':';
        position += MINUTES_LENGTH;
        return separated && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    }

    private boolean readSeconds() {
        if (end - position < 3 || text[position] != ':') {
            return false;
        }
        int second = twoDigits(position + 1);
        position += 3;
        if (second < 0 || second >= 60) {
            return false;
        }
        return !skip('.') || readFraction();
    }

    private boolean readFraction() {
        int start = position;
        int lastSignificant = start;
        while (position < end && isDigit(text[position])) {
            position++;
            if (text[position - 1] != '0') {
                lastSignificant = position;
            }
        }
        fractionDigits = lastSignificant - start;
        return position > start && position - start <= LONGEST_FRACTION;
    }

    /** The number at this place, or -1. */
    private int twoDigits(int at) {
        if (!isDigit(text[at]) || !isDigit(text[at + 1])) {
            return -1;
        }
        return (text[at] - '0') * 10 + text[at + 1] - '0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
