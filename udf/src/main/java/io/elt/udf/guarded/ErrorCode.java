package io.elt.udf.guarded;

/** What is wrong with a record. The names are stable: queries over the quarantine group by them. */
public enum ErrorCode {
    /** No byte at all, or only white space. */
    EMPTY,
    /** No payload (a Kafka tombstone) where the inner format gives it no meaning. */
    NULL_PAYLOAD,
    /** More bytes than {@code guarded.max-record-bytes}. */
    TOO_LARGE,
    /** Bytes that are not UTF-8, or an escaped half of a surrogate pair. */
    NOT_UTF8,
    /** Not JSON. */
    NOT_JSON,
    /** JSON that ends too early. */
    TRUNCATED,
    /** Something after the end of the JSON value. */
    TRAILING_DATA,
    /** A value that is not of the declared type. */
    WRONG_TYPE,
    /** A value of the right kind, but out of the range or length of the declared type. */
    OVERFLOW,
    /** A value with more digits than the declared type keeps. */
    PRECISION_LOSS,
    /** A value that must be there and is missing or null. */
    MISSING_FIELD,
    /** The same field twice in one object. */
    DUPLICATE_FIELD,
    /** A change of a kind that the inner format cannot turn into rows. */
    UNKNOWN_OPERATION,
    /** The inner format failed, or gave no row for a payload. */
    INNER_FORMAT
}
