package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Excerpt;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** A JSON object read as a map: its names are data, so each may be there once and must fit the type of the key. */
record MapCheck(String keyTypeName, int longestKey, ElementCheck element) implements ValueCheck {

    private static final int LONGEST_NAME = 60;

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Mismatch.wrongType("an object", parser);
        }
        Set<String> names = new HashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            try {
                checkEntry(names, name, parser);
            } catch (Rejection rejection) {
                throw rejection.inElement(Excerpt.line(name, LONGEST_NAME));
            }
        }
    }

    private void checkEntry(Set<String> names, String name, JsonParser parser) throws IOException, Rejection {
        if (!names.add(name)) {
            throw Rejection.of(ErrorCode.DUPLICATE_FIELD, "more than once in the same map");
        }
        if (name.codePointCount(0, name.length()) > longestKey) {
            throw Rejection.of(ErrorCode.OVERFLOW, "the key does not fit into " + keyTypeName);
        }
        element.check(parser);
    }
}
