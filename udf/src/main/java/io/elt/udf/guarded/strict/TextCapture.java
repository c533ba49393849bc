package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/** A string of an envelope that decides what becomes of the rows. */
final class TextCapture implements ValueCheck {

    private String text;

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw Mismatch.wrongType("STRING", parser);
        }
        text = parser.getText();
    }

    /** Of the last record that had one: ask the object first. */
    String text() {
        return text;
    }
}
