package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonStreamContext;

import java.io.IOException;

/**
 * A member of an envelope whose rejection waits for the rest of the record: the operation and the name of the table, which say
 * whether the member counts at all, mostly come after it.
 */
final class DeferredCheck implements ValueCheck {

    private final ValueCheck check;
    private Rejection rejection;

    DeferredCheck(ValueCheck check) {
        this.check = check;
    }

    @Override
    public void check(JsonParser parser) throws IOException {
        rejection = null;
        JsonStreamContext context = parser.getParsingContext();
        JsonStreamContext envelope = parser.currentToken().isStructStart() ? context.getParent() : context;
        try {
            check.check(parser);
        } catch (Rejection found) {
            rejection = found;
            while (parser.getParsingContext() != envelope) {
                parser.nextToken();
            }
        }
    }

    /** Now the member counts. Only to be asked if the last record had it. */
    void require() throws Rejection {
        if (rejection != null) {
            throw rejection;
        }
    }
}
