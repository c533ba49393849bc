package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Excerpt;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;

/** Says what was expected and what is there instead. */
final class Mismatch {

    private static final int LONGEST_VALUE = 60;

    private Mismatch() {}

    static Rejection wrongType(String expected, JsonParser parser) throws IOException {
        return Rejection.of(ErrorCode.WRONG_TYPE, "expected " + expected + ", got " + found(parser));
    }

    static Rejection overflow(String type, JsonParser parser) throws IOException {
        return Rejection.of(ErrorCode.OVERFLOW, found(parser) + " does not fit into " + type);
    }

    static Rejection precisionLoss(String type, JsonParser parser) throws IOException {
        return Rejection.of(ErrorCode.PRECISION_LOSS, found(parser) + " has more digits than " + type + " keeps");
    }

    private static String found(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "string \"" + Excerpt.line(parser.getText(), LONGEST_VALUE) + "\"";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + Excerpt.line(parser.getText(), LONGEST_VALUE);
            default -> parser.getText();
        };
    }
}
