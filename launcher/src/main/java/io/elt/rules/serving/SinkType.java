package io.elt.rules.serving;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as Flink writes it, taken apart as far as a value can be lost in it.
 *
 * @param length of a text or digits of a number; 0 where there is none
 * @param scale digits behind the point
 */
record SinkType(String text, String word, int length, int scale, boolean nullable) {
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\((\\d+)(?:, ?(\\d+))?\\))?.*");
    private static final int WIDEST = 38;
    private static final String NOT_NULL = " NOT NULL";

    static SinkType of(String type) {
        boolean nullable = !type.endsWith(NOT_NULL);
        String text = nullable ? type : type.substring(0, type.length() - NOT_NULL.length());
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return new SinkType(text, text, 0, 0, nullable);
        }
        return new SinkType(text, matcher.group(1), number(matcher.group(2)), number(matcher.group(3)), nullable);
    }

    private static int number(String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    /** What happens to values of this type that do not fit into the other. */
    Optional<String> faultInto(SinkType column) {
        if (nullable && !column.nullable) {
            return Optional.of("is NOT NULL, but what the query gives may be NULL: the job fails with the first one");
        }
        if (isText() && column.isText() && length > column.length && column.length > 0 && length > 0) {
            return Optional.of("is " + column.text + ", but the query gives " + text
                    + ": StarRocks refuses the load that has a longer text");
        }
        if (word.equals("DECIMAL") && column.word.equals("DECIMAL")) {
            return decimal(column);
        }
        return Optional.empty();
    }

    private Optional<String> decimal(SinkType column) {
        if (length == WIDEST) {
            // What sums and averages are in Flink, whatever they add up.
            return Optional.empty();
        }
        if (length - scale > column.length - column.scale) {
            return Optional.of(
                    "is " + column.text + ", but the query gives " + text + ": a greater number becomes NULL");
        }
        return scale > column.scale
                ? Optional.of(
                        "is " + column.text + ", but the query gives " + text + ": digits are rounded away in silence")
                : Optional.empty();
    }

    private boolean isText() {
        return word.equals("VARCHAR") || word.equals("CHAR");
    }
}
