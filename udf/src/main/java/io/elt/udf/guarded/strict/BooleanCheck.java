package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;

/** True or false; the inner format takes everything else, also 1, for false. */
record BooleanCheck(String typeName, QuotedValues quoted) implements ValueCheck {

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        if (parser.currentToken().isBoolean()) {
            return;
        }
        if (quoted.accept(parser.currentToken())) {
            String text = parser.getText();
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return;
            }
        }
        throw Mismatch.wrongType(typeName, parser);
    }
}
