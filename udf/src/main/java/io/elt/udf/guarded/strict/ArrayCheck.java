package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/** A JSON array whose elements are all of one type. */
final class ArrayCheck implements ValueCheck {

    private final ElementCheck element;
    private int size;

    ArrayCheck(ElementCheck element) {
        this.element = element;
    }

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Mismatch.wrongType("an array", parser);
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                element.check(parser);
            } catch (Rejection rejection) {
                throw rejection.inElement(index);
            }
            index++;
        }
        size = index;
    }

    /** How many elements the last array had. */
    int size() {
        return size;
    }
}
