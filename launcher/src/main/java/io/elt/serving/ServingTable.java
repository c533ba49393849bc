package io.elt.serving;

import java.util.List;

/**
 * @param primaryKey the columns of PRIMARY KEY, empty for a table of another model
 */
public record ServingTable(String database, String table, List<ServingColumn> columns, List<String> primaryKey) {
    public ServingTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }

    boolean isSameAs(ServingTable other) {
        return database.equals(other.database) && table.equals(other.table);
    }
}
