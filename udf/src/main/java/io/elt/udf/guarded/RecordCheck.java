package io.elt.udf.guarded;

/** Looks at a record before the inner format does. */
@FunctionalInterface
public interface RecordCheck {

    /** What is to happen with a record that was not rejected. */
    enum Verdict {
        /** The inner format decodes it. */
        DECODE,
        /** It is what the inner format expects, but says nothing about rows: a change of the schema, say. */
        NO_ROWS
    }

    Verdict check(byte[] payload) throws Rejection;
}
