package io.elt.local.starrocks.model;

import java.util.List;

/**
 * A view as it was declared.
 *
 * @param columns the names and comments given in the declaration, empty when it gave none
 * @param query its SELECT in StarRocks' dialect
 */
public record View(TableName name, List<ViewColumn> columns, String comment, String query) {
    public View {
        columns = List.copyOf(columns);
    }

    /** A column that the declaration names. */
    public record ViewColumn(String name, String comment) {}
}
