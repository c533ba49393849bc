package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.function.Predicate;

/** A date, time or timestamp as the inner format reads it, that exists and that the declared type keeps to the last digit. */
final class TemporalCheck implements ValueCheck {

    private final String typeName;
    private final String example;
    private final Predicate<TemporalText> pattern;
    private final int fractionDigits;

    private TemporalCheck(String typeName, String example, Predicate<TemporalText> pattern, int fractionDigits) {
        this.typeName = typeName;
        this.example = example;
        this.pattern = pattern;
        this.fractionDigits = fractionDigits;
    }

    static TemporalCheck date(String typeName) {
        return new TemporalCheck(typeName, "2023-12-31", TemporalText::readDate, 0);
    }

    /** Whole seconds whatever the declared precision: the inner format cuts off the rest. */
    static TemporalCheck time(String typeName) {
        return new TemporalCheck(typeName, "23:59:59", TemporalText::readTime, 0);
    }

    static TemporalCheck isoTime(String typeName, int precision) {
        return new TemporalCheck(typeName, "23:59:59", TemporalText::readTimeWithOptionalSeconds, precision);
    }

    static TemporalCheck timestamp(String typeName, int precision, TimestampStandard standard) {
        return new TemporalCheck(typeName, standard.example(), standard::readTimestamp, precision);
    }

    static TemporalCheck zonedTimestamp(String typeName, int precision, TimestampStandard standard) {
        return new TemporalCheck(
                typeName, standard.example() + "Z", text -> standard.readTimestamp(text) && text.skip('Z'), precision);
    }

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw Mismatch.wrongType(expected(), parser);
        }
        TemporalText text =
                new TemporalText(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (!pattern.test(text) || !text.isAtEnd()) {
            throw Mismatch.wrongType(expected(), parser);
        }
        if (text.fractionDigits() > fractionDigits) {
            throw Mismatch.precisionLoss(typeName, parser);
        }
    }

    private String expected() {
        return typeName + " like \"" + example + "\"";
    }
}
