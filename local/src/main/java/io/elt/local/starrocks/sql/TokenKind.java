package io.elt.local.starrocks.sql;

/** What a token is. */
public enum TokenKind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in backticks. */
    QUOTED,
    /** A string in single or double quotes. */
    STRING,
    NUMBER,
    /** An operator or punctuation. */
    SYMBOL,
    /** {@code ?}. */
    PARAMETER,
    /** {@code @@name}, {@code @@session.name} and {@code @@global.name}. */
    SYSTEM_VARIABLE,
    /** {@code @name}. */
    USER_VARIABLE
}
