package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.sql.Literals;
import io.elt.local.starrocks.sql.TableParser;
import io.elt.local.starrocks.sql.TokenReader;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE: columns are added at the end and dropped, a table is renamed. */
final class AlterStatements {
    private final Engine engine;
    private final Session session;

    AlterStatements(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
    }

    void alter(TokenReader reader) throws StarRocksException, SQLException {
        reader.expect("TABLE");
        Table table = engine.catalog().requireTable(reader.tableName(session.database()));
        if (reader.accept("RENAME")) {
            rename(reader, table);
            return;
        }
        List<String> statements = new ArrayList<>();
        Table changed = table;
        do {
            changed = alterColumn(reader, changed, statements);
        } while (reader.acceptSymbol(","));
        if (reader.accept("PROPERTIES")) {
            reader.parenthesis();
        }
        reader.expectEnd();
        engine.definitions().alterTable(changed, statements);
        Views.refresh(engine);
    }

    private void rename(TokenReader reader, Table table) throws StarRocksException, SQLException {
        if (reader.atWord("COLUMN") || reader.atWord("PARTITION") || reader.atWord("ROLLUP")) {
            throw StarRocksException.notSupported("ALTER TABLE ... RENAME " + reader.rest());
        }
        TableName newName = new TableName(table.name().database(), reader.identifier());
        reader.expectEnd();
        if (engine.catalog().exists(newName)) {
            throw StarRocksException.tableExists(newName.name());
        }
        engine.definitions().renameTable(table, newName);
    }

    private static Table alterColumn(TokenReader reader, Table table, List<String> statements)
            throws StarRocksException {
        if (reader.accept("ADD", "COLUMN")) {
            if (!reader.acceptSymbol("(")) {
                return add(reader, table, statements);
            }
            Table changed = table;
            do {
                changed = add(reader, changed, statements);
            } while (reader.acceptSymbol(","));
            reader.expectSymbol(")");
            return changed;
        }
        if (reader.accept("DROP", "COLUMN")) {
            return drop(reader, table, statements);
        }
        throw StarRocksException.notSupported(
                "ALTER TABLE ... " + reader.rest() + "; it does ADD COLUMN, DROP COLUMN and RENAME");
    }

    private static Table add(TokenReader reader, Table table, List<String> statements) throws StarRocksException {
        Column column = TableParser.column(reader);
        if (reader.atWord("AFTER") || reader.atWord("FIRST")) {
            throw StarRocksException.notSupported("ADD COLUMN at a position; columns are added at the end");
        }
        if (table.column(column.name()).isPresent()) {
            throw StarRocksException.analysis("Can not add column which already exists: " + column.name());
        }
        if (!column.nullable() && column.defaultValue().isEmpty()) {
            throw StarRocksException.analysis("No default value for the NOT NULL column " + column.name());
        }
        Optional<String> value = column.defaultValue()
                .map(text -> text.equals(Column.NOW) ? "current_localtimestamp()" : Literals.string(text));
        String alter = "ALTER TABLE " + table.name().quoted();
        String name = TableName.quote(column.name());
        statements.add(alter + " ADD COLUMN " + name + " " + column.type().duckdb()
                + value.map(text ->
                                " DEFAULT CAST(" + text + " AS " + column.type().duckdb() + ")")
                        .orElse(""));
        if (value.isPresent()) {
            statements.add(alter + " ALTER COLUMN " + name + " DROP DEFAULT");
        }
        if (!column.nullable()) {
            statements.add(alter + " ALTER COLUMN " + name + " SET NOT NULL");
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    private static Table drop(TokenReader reader, Table table, List<String> statements) throws StarRocksException {
        String name = reader.identifier();
        Column column =
                table.column(name).orElseThrow(() -> StarRocksException.analysis("Column does not exists: " + name));
        if (table.isKey(column)) {
            throw StarRocksException.analysis("Can not drop key column " + name);
        }
        statements.add("ALTER TABLE " + table.name().quoted() + " DROP COLUMN " + TableName.quote(column.name()));
        return table.withColumns(
                table.columns().stream().filter(other -> !other.equals(column)).toList());
    }
}
