package io.elt.render;

/** Writes a text as a SQL string. */
final class SqlText {

    private SqlText() {}

    static String quote(String text) {
        return "'" + escape(text) + "'";
    }

    static String escape(String text) {
        return text.replace("'", "''");
    }
}
