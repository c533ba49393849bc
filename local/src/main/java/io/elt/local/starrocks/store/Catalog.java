package io.elt.local.starrocks.store;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.View;
import io.elt.local.starrocks.sql.SqlLexer;
import io.elt.local.starrocks.sql.TableParser;
import io.elt.local.starrocks.sql.TokenReader;
import io.elt.local.starrocks.sql.ViewParser;
import org.duckdb.DuckDBConnection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The databases, tables and views that exist. The definitions are kept as the statements that make them. */
public final class Catalog {
    private final Set<String> databases = new ConcurrentSkipListSet<>();
    private final Map<TableName, Table> tables = new ConcurrentHashMap<>();
    private final Map<TableName, View> views = new ConcurrentHashMap<>();

    /** Reads what an earlier run has left. */
    public static Catalog load(Storage storage) throws SQLException, StarRocksException {
        Catalog catalog = new Catalog();
        try (DuckDBConnection connection = storage.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM _catalog.databases")) {
            while (rows.next()) {
                catalog.databases.add(rows.getString(1));
            }
        }
        try (DuckDBConnection connection = storage.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT database_name, kind, definition FROM _catalog.definitions")) {
            while (rows.next()) {
                catalog.restore(rows.getString(1), rows.getString(2), rows.getString(3));
            }
        }
        return catalog;
    }

    private void restore(String database, String kind, String definition) throws StarRocksException {
        TokenReader reader = new TokenReader(SqlLexer.statements(definition).get(0));
        reader.expect("CREATE", kind);
        if (kind.equals("TABLE")) {
            put(new TableParser(reader).parse(Optional.of(database)));
            return;
        }
        put(new ViewParser(reader).parse(Optional.of(database)));
    }

    public Set<String> databases() {
        return databases;
    }

    public boolean hasDatabase(String database) {
        return databases.contains(database);
    }

    public void requireDatabase(String database) throws StarRocksException {
        if (!hasDatabase(database)) {
            throw StarRocksException.unknownDatabase(database);
        }
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Table requireTable(TableName name) throws StarRocksException {
        requireDatabase(name.database());
        return table(name).orElseThrow(() -> StarRocksException.unknownTable(name.database(), name.name()));
    }

    public Optional<View> view(TableName name) {
        return Optional.ofNullable(views.get(name));
    }

    public boolean exists(TableName name) {
        return tables.containsKey(name) || views.containsKey(name);
    }

    /** The tables and views of a database, in order. */
    public java.util.List<TableName> names(String database) {
        return java.util.stream.Stream.concat(tables.keySet().stream(), views.keySet().stream())
                .filter(name -> name.database().equals(database))
                .sorted(java.util.Comparator.comparing(TableName::name))
                .toList();
    }

    /** Whether one of the names is that of a table with a LARGEINT column. */
    public boolean anyHasLargeInteger(java.util.function.Predicate<String> names) {
        return tables.values().stream()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.type().name() == io.elt.local.starrocks.model.TypeName.LARGEINT))
                .anyMatch(table -> names.test(table.name().name()));
    }

    public boolean isView(TableName name) {
        return views.containsKey(name);
    }

    void addDatabase(String database) {
        databases.add(database);
    }

    void removeDatabase(String database) {
        databases.remove(database);
        names(database).forEach(this::remove);
    }

    void put(Table table) {
        tables.put(table.name(), table);
    }

    void put(View view) {
        views.put(view.name(), view);
    }

    void remove(TableName name) {
        tables.remove(name);
        views.remove(name);
    }
}
