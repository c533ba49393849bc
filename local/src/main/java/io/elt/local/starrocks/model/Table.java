package io.elt.local.starrocks.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it was declared.
 *
 * @param keys the key columns, which are the first columns
 * @param layout what only a cluster heeds (partitions, distribution, sort order), kept for SHOW CREATE TABLE
 */
public record Table(
        TableName name, List<Column> columns, KeyModel model, List<String> keys, String comment, Layout layout) {
    public Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /** The clauses that place data in a cluster, as written. */
    public record Layout(
            Optional<String> partition,
            Optional<String> distribution,
            Optional<String> sort,
            Map<String, String> properties) {
        public Layout {
            properties = Map.copyOf(properties);
        }
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    public boolean isKey(Column column) {
        return keys.stream().anyMatch(key -> key.equalsIgnoreCase(column.name()));
    }

    public Table withColumns(List<Column> changed) {
        return new Table(name, changed, model, keys, comment, layout);
    }

    public Table renamed(TableName newName) {
        return new Table(newName, columns, model, keys, comment, layout);
    }
}
