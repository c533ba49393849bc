package io.elt.udf.guarded;

import java.util.Locale;

/** The rows that carry the payload which they came from in {@code raw}. */
enum RawRows {
    /** Bad rows alone: with the others the bytes would travel through the job for nothing. */
    ERRORS,
    /** Good rows as well, for jobs that refuse a row later, in SQL, and keep it as it came. */
    ALWAYS;

    /**
     * The payload for the good rows of a record. They share the array and keep it: connectors make one per record, and no
     * operator writes into binary values.
     */
    byte[] ofGood(byte[] message) {
        return switch (this) {
            case ERRORS -> null;
            case ALWAYS -> message;
        };
    }

    /** As it is written in options; Flink lists it so when the value is none of these. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
