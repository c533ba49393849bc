package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/** A JSON string of a length, in characters, that the declared type has room for. */
record TextCheck(String typeName, int shortest, int longest) implements ValueCheck {

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw Mismatch.wrongType(typeName, parser);
        }
        if (longest == Integer.MAX_VALUE) {
            return;
        }
        int characters =
                Character.codePointCount(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (characters < shortest || characters > longest) {
            throw Mismatch.overflow(typeName, parser);
        }
    }
}
