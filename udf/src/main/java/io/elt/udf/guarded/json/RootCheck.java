package io.elt.udf.guarded.json;

import io.elt.udf.guarded.RecordCheck;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;

/** Holds a whole record to what its format writes: a plain row, or an envelope around rows. */
@FunctionalInterface
interface RootCheck {

    /** Called at the first token of the record, and leaves the parser at the last one of its value. */
    RecordCheck.Verdict check(JsonParser parser) throws IOException, Rejection;
}
