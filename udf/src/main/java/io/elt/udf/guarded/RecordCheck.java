package io.elt.udf.guarded;

import java.util.List;

/** Looks at a record before the inner format does. */
@FunctionalInterface
public interface RecordCheck {

    /**
     * The payloads that the inner format is to decode in place of this one: itself; none, if the record is what the format
     * expects but says nothing about rows (a change of the schema, say); several, where the inner format would mix up its rows.
     */
    List<byte[]> check(byte[] payload) throws Rejection;
}
