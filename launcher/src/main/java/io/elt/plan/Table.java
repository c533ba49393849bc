package io.elt.plan;

import java.util.List;
import java.util.Map;

/**
 * A table that some file of the project defines, as the planner understood it.
 *
 * @param primaryKey names of its key columns, empty without a key
 * @param options what its WITH clause says
 */
public record Table(TableName name, List<Column> columns, List<String> primaryKey, Map<String, String> options) {
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        options = Map.copyOf(options);
    }
}
