package io.elt.local.starrocks.store;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.KeyModel;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.sql.Literals;
import org.duckdb.DuckDBConnection;

import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * Brings staged rows into a table. A staging table has the table's columns and {@link #OPERATION}; rows count in the
 * order in which they were staged.
 *
 * <p>There is no index behind a primary key: rows of the same keys are deleted, then the last of each key is inserted.
 * DuckDB's own index would keep the space of replaced rows and make a start after a crash slower.
 */
public final class Merge {
    /** 0 inserts or replaces, 1 deletes. */
    public static final String OPERATION = "__op";

    private Merge() {}

    /** The statement that makes a staging table. */
    public static String stagingTable(Table table, String stagingName) {
        return "CREATE TABLE " + stagingName
                + table.columns().stream()
                        .map(column -> TableName.quote(column.name()) + " "
                                + column.type().duckdb())
                        .collect(Collectors.joining(", ", "(", ", " + OPERATION + " TINYINT)"));
    }

    /** The statement that makes a staging table for rows that need not give every column. */
    public static String incomingTable(Table table, String name) {
        return "CREATE OR REPLACE TEMP TABLE " + name
                + table.columns().stream()
                        .map(column -> TableName.quote(column.name()) + " "
                                + column.type().duckdb() + defaultClause(column))
                        .collect(Collectors.joining(", ", "(", ", " + OPERATION + " TINYINT DEFAULT 0)"));
    }

    private static String defaultClause(Column column) {
        return column.defaultValue()
                .map(value -> value.equals(Column.NOW) ? "current_localtimestamp()" : Literals.string(value))
                .map(value -> " DEFAULT CAST(" + value + " AS " + column.type().duckdb() + ")")
                .orElse("");
    }

    /** Applies the staged rows inside the caller's transaction. */
    public static void apply(DuckDBConnection connection, Table table, String stagingName) throws SQLException {
        String columns =
                table.columns().stream().map(Column::name).map(TableName::quote).collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + table.name().quoted() + " (" + columns + ") SELECT " + columns + " FROM "
                + stagingName;
        if (table.model() == KeyModel.DUPLICATE) {
            Storage.execute(connection, insert);
            return;
        }
        String keys = table.keys().stream().map(TableName::quote).collect(Collectors.joining(", "));
        String sameKey = table.keys().stream()
                .map(TableName::quote)
                .map(key -> "kept." + key + " = staged." + key)
                .collect(Collectors.joining(" AND "));
        Storage.execute(
                connection,
                "DELETE FROM " + table.name().quoted() + " AS kept USING (SELECT DISTINCT " + keys + " FROM "
                        + stagingName + ") AS staged WHERE " + sameKey);
        Storage.execute(
                connection,
                insert + " WHERE " + OPERATION + " = 0 AND rowid IN (SELECT max(rowid) FROM " + stagingName
                        + " GROUP BY " + keys + ")");
    }
}
