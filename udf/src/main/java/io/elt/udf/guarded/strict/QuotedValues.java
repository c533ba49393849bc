package io.elt.udf.guarded.strict;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

/** Whether numbers and booleans may stand in quotes. Some producers (Canal) write every value so. */
public enum QuotedValues {
    REFUSED,
    ACCEPTED;

    boolean accept(JsonToken token) {
        return this == ACCEPTED && token == JsonToken.VALUE_STRING;
    }
}
