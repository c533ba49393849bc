package io.elt.script;

/** Whose SQL it is: they differ in how a string escapes and what starts a comment. */
public enum Dialect {
    /** Flink: no escapes but the doubled quote, {@code //} starts a comment. */
    FLINK,
    /** StarRocks: a backslash escapes in strings. */
    STARROCKS
}
