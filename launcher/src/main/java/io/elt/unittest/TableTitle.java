package io.elt.unittest;

import io.elt.plan.TableName;

/** How a case names a table. */
public final class TableTitle {
    private static final String DEFAULT_CATALOG = "default_catalog";

    private TableTitle() {}

    /** The full name; a temporary table, which belongs to its file, by its own name alone. */
    public static String of(TableName name) {
        return name.catalog().equals(DEFAULT_CATALOG) ? name.table() : name.toString();
    }
}
