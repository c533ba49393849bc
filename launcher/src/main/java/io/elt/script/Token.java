package io.elt.script;

/** A token of SQL; the end is exclusive. Comments are no tokens. */
public record Token(Kind kind, int start, int end) {

    /** What a token is, apart from its text. */
    public enum Kind {
        WORD,
        STRING,
        QUOTED_NAME,
        SYMBOL,
        SEMICOLON
    }

    public String text(String sql) {
        return sql.substring(start, end);
    }

    public boolean isWord(String sql, String word) {
        return kind == Kind.WORD && text(sql).equalsIgnoreCase(word);
    }

    /** The content of a string or a quoted name. */
    public String unquoted(String sql) {
        String quote = sql.substring(start, start + 1);
        return sql.substring(start + 1, end - 1).replace(quote + quote, quote);
    }
}
