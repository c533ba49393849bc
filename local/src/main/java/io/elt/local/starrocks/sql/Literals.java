package io.elt.local.starrocks.sql;

/** Values as DuckDB reads them in a statement. */
public final class Literals {
    private Literals() {}

    public static String string(String text) {
        // DuckDB has no escapes inside plain quotes; a zero byte can only be written as chr(0).
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
    }
}
