package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;

/** Holds one JSON value to a declared type. */
@FunctionalInterface
interface ValueCheck {

    /**
     * Called at the first token of a value that is not null, and leaves the parser at the value's last token.
     *
     * @throws Rejection if the inner format could not decode the value, or would alter it
     */
    void check(JsonParser parser) throws IOException, Rejection;
}
