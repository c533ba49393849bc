package io.elt.local.starrocks.load;

/** A row that does not fit its table. Rows can be many, so it carries no stack trace. */
final class RejectedRow extends Exception {
    private static final long serialVersionUID = 1L;

    private RejectedRow(String message) {
        super(message, null, false, false);
    }

    static RejectedRow absent(String column) {
        return new RejectedRow("NULL value in non-nullable column '" + column + "'");
    }

    static RejectedRow tooLong(String column, int length, int capacity) {
        return new RejectedRow("Value length is beyond the capacity. column='" + column + "', capacity=" + capacity
                + ", length=" + length);
    }

    static RejectedRow outOfRange(String column, String value, String type) {
        return new RejectedRow(
                "Value '" + shorten(value) + "' is out of range. The type of '" + column + "' is " + type);
    }

    static RejectedRow unreadable(String column, String value, String type) {
        return new RejectedRow(
                "Value '" + shorten(value) + "' cannot be read as " + type + ", the type of '" + column + "'");
    }

    static RejectedRow malformed(String problem) {
        return new RejectedRow(problem);
    }

    private static String shorten(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100) + "...";
    }
}
