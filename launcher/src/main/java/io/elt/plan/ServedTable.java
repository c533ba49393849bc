package io.elt.plan;

import java.util.List;

/**
 * A table that the serving side owns, as far as a job that fills it has to know.
 *
 * @param catalogType the {@code type} of the catalogs in which it appears, such as {@code starrocks}
 */
public record ServedTable(
        String catalogType, String database, String table, List<Column> columns, List<String> primaryKey) {
    public ServedTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }
}
