package io.elt.local.starrocks.store;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.View;
import io.elt.local.starrocks.sql.Literals;
import io.elt.local.starrocks.sql.TableWriter;
import org.duckdb.DuckDBConnection;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates, changes and drops databases, tables and views: the data, the definition and the catalog together. */
public final class Definitions {
    private static final Set<String> RESERVED =
            Set.of("main", "temp", "system", "pg_catalog", "information_schema", "_catalog", "_staging", "_functions");

    private final Storage storage;
    private final Catalog catalog;

    public Definitions(Storage storage, Catalog catalog) {
        this.storage = storage;
        this.catalog = catalog;
    }

    public void createDatabase(String database) throws SQLException, StarRocksException {
        if (RESERVED.contains(database.toLowerCase(java.util.Locale.ROOT)) || database.startsWith("_")) {
            throw StarRocksException.analysis("Incorrect database name '" + database + "'");
        }
        storage.write(connection -> {
            Storage.execute(connection, "CREATE SCHEMA " + TableName.quote(database));
            Storage.execute(
                    connection,
                    "INSERT INTO _catalog.databases VALUES (" + Literals.string(database)
                            + ", current_localtimestamp())");
        });
        catalog.addDatabase(database);
    }

    public void dropDatabase(String database) throws SQLException {
        storage.write(connection -> {
            Storage.execute(connection, "DROP SCHEMA " + TableName.quote(database) + " CASCADE");
            Storage.execute(connection, "DELETE FROM _catalog.databases WHERE name = " + Literals.string(database));
            for (String table : new String[] {"definitions", "columns"}) {
                Storage.execute(
                        connection,
                        "DELETE FROM _catalog." + table + " WHERE database_name = " + Literals.string(database));
            }
        });
        catalog.removeDatabase(database);
    }

    public void createTable(Table table) throws SQLException {
        storage.write(connection -> {
            Storage.execute(connection, "CREATE TABLE " + table.name().quoted() + columns(table));
            remember(connection, table);
        });
        catalog.put(table);
    }

    /** Replaces a table's definition after the statement that changes its columns. */
    public void alterTable(Table changed, java.util.List<String> statements) throws SQLException {
        storage.write(connection -> {
            for (String statement : statements) {
                Storage.execute(connection, statement);
            }
            forget(connection, changed.name());
            remember(connection, changed);
        });
        catalog.put(changed);
    }

    public void renameTable(Table table, TableName newName) throws SQLException {
        Table renamed = table.renamed(newName);
        storage.write(connection -> {
            Storage.execute(
                    connection,
                    "ALTER TABLE " + table.name().quoted() + " RENAME TO " + TableName.quote(newName.name()));
            forget(connection, table.name());
            remember(connection, renamed);
        });
        catalog.remove(table.name());
        catalog.put(renamed);
    }

    /**
     * Creates a view, or replaces it.
     *
     * @param session the connection whose database the query's table names refer to
     * @param query the rewritten query
     */
    public void createView(DuckDBConnection session, View view, String query) throws SQLException {
        String names = view.columns().isEmpty()
                ? ""
                : view.columns().stream()
                        .map(column -> TableName.quote(column.name()))
                        .collect(Collectors.joining(",", "(", ")"));
        storage.<SQLException>write(session, connection -> {
            Storage.execute(connection, "CREATE OR REPLACE VIEW " + view.name().quoted() + names + " AS " + query);
            forget(connection, view.name());
            rememberDefinition(connection, view.name(), "VIEW", TableWriter.write(view), view.comment(), "");
            rememberColumns(connection, view);
        });
        catalog.put(view);
    }

    public void drop(TableName name) throws SQLException {
        String kind = catalog.isView(name) ? "VIEW " : "TABLE ";
        storage.write(connection -> {
            Storage.execute(connection, "DROP " + kind + name.quoted());
            forget(connection, name);
        });
        catalog.remove(name);
    }

    /** The columns as DuckDB declares them. Keys and limits are ours to keep: DuckDB's index would not survive them. */
    public static String columns(Table table) {
        return table.columns().stream()
                .map(column -> TableName.quote(column.name()) + " "
                        + column.type().duckdb() + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static void forget(DuckDBConnection connection, TableName name) throws SQLException {
        String database = " WHERE database_name = " + Literals.string(name.database());
        Storage.execute(
                connection,
                "DELETE FROM _catalog.definitions" + database + " AND name = " + Literals.string(name.name()));
        Storage.execute(
                connection,
                "DELETE FROM _catalog.columns" + database + " AND table_name = " + Literals.string(name.name()));
    }

    private static void remember(DuckDBConnection connection, Table table) throws SQLException {
        rememberDefinition(
                connection,
                table.name(),
                "TABLE",
                TableWriter.write(table),
                table.comment(),
                table.model().tableModel());
        int position = 0;
        for (Column column : table.columns()) {
            rememberColumn(
                    connection,
                    table.name(),
                    ++position,
                    column,
                    table.isKey(column) ? table.model().columnKey() : "");
        }
    }

    private static void rememberDefinition(
            DuckDBConnection connection, TableName name, String kind, String definition, String comment, String model)
            throws SQLException {
        Storage.execute(
                connection,
                "INSERT INTO _catalog.definitions VALUES ("
                        + java.util.stream.Stream.of(name.database(), name.name(), kind, definition, comment, model)
                                .map(Literals::string)
                                .collect(Collectors.joining(", "))
                        + ", current_localtimestamp())");
    }

    private static void rememberColumn(
            DuckDBConnection connection, TableName table, int position, Column column, String key) throws SQLException {
        Storage.execute(
                connection,
                "INSERT INTO _catalog.columns VALUES (" + Literals.string(table.database()) + ", "
                        + Literals.string(table.name()) + ", " + Literals.string(column.name()) + ", " + position
                        + ", "
                        + column.defaultValue().map(Literals::string).orElse("NULL") + ", "
                        + (column.nullable() ? "'YES'" : "'NO'") + ", "
                        + Literals.string(column.type().name().dataType()) + ", "
                        + Literals.string(column.type().columnType()) + ", "
                        + column.type().columnSize() + ", "
                        + column.type().decimalDigits() + ", " + Literals.string(key) + ", "
                        + Literals.string(column.comment()) + ")");
    }

    private static void rememberColumns(DuckDBConnection connection, View view) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM " + view.name().quoted() + " LIMIT 0")) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                DataType type = ResultTypes.of(columns, i, io.elt.local.starrocks.model.TypeName.BIGINT);
                String comment = view.columns().isEmpty()
                        ? ""
                        : view.columns().get(i - 1).comment();
                rememberColumn(
                        connection,
                        view.name(),
                        i,
                        new Column(columns.getColumnName(i), type, true, Optional.empty(), comment),
                        "");
            }
        }
    }
}
