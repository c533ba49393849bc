package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.Base64;

/** Base64 with its padding: the inner format skips what it does not know, and wants the padding. */
record BytesCheck(String typeName, int shortest, int longest) implements ValueCheck {

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() % 4 != 0) {
            throw Mismatch.wrongType(typeName + " in base64", parser);
        }
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(parser.getText()).length;
        } catch (IllegalArgumentException notBase64) {
            throw Mismatch.wrongType(typeName + " in base64", parser);
        }
        if (bytes < shortest || bytes > longest) {
            throw Mismatch.overflow(typeName, parser);
        }
    }
}
