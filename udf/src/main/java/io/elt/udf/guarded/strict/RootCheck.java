package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;

/** Holds a whole record to what its format writes: a plain row, or an envelope around rows. */
@FunctionalInterface
interface RootCheck {

    /** What is to happen with a record that was not rejected. */
    enum Verdict {
        DECODE,
        /** The inner format mixes up the rows of one record: each is to be decoded by itself. */
        DECODE_ROW_BY_ROW,
        /** A message that is expected here but says nothing about rows. */
        NO_ROWS
    }

    /** Called at the first token of the record, and leaves the parser at the last one of its value. */
    Verdict check(JsonParser parser) throws IOException, Rejection;
}
