package io.elt.udf.guarded.strict;

/** The two ways in which Flink's JSON formats write a timestamp: option {@code timestamp-format.standard}. */
enum TimestampStandard {
    SQL,
    ISO_8601;

    static final String OPTION = "timestamp-format.standard";

    /** Flink has refused every other name when it made the inner format. */
    static TimestampStandard ofOption(String name) {
        return name.equals("ISO-8601") ? ISO_8601 : SQL;
    }

    String example() {
        return switch (this) {
            case SQL -> "2023-12-31 23:59:59";
            case ISO_8601 -> "2023-12-31T23:59:59";
        };
    }

    boolean readTimestamp(TemporalText text) {
        return switch (this) {
            case SQL -> text.readDate() && text.skip(' ') && text.readTime();
            case ISO_8601 -> text.readDate() && text.skip('T') && text.readTimeWithOptionalSeconds();
        };
    }
}
