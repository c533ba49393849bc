package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/** An element of an array or a map, which may be null if its type says so. */
record ElementCheck(String typeName, ValueCheck value, boolean nullable) implements ValueCheck {

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            value.check(parser);
            return;
        }
        if (!nullable) {
            throw Rejection.isNull(typeName);
        }
    }
}
