package io.elt.local.starrocks.model;

/** The full name of a table or view. */
public record TableName(String database, String name) {
    /** As DuckDB reads it. */
    public String quoted() {
        return quote(database) + "." + quote(name);
    }

    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return database + "." + name;
    }
}
