package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.KeyModel;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.sql.Assignments;
import io.elt.local.starrocks.sql.Sql;
import io.elt.local.starrocks.sql.TokenReader;
import io.elt.local.starrocks.store.Merge;
import io.elt.local.starrocks.store.Storage;
import org.duckdb.DuckDBConnection;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** INSERT, UPDATE, DELETE and TRUNCATE. */
final class ChangeStatements {
    private static final String INCOMING = "temp.incoming";

    private final Engine engine;
    private final Session session;

    ChangeStatements(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
    }

    /** Into a primary key table an INSERT is an upsert. */
    long insert(TokenReader reader) throws StarRocksException, SQLException {
        boolean overwrite = reader.accept("OVERWRITE");
        if (!overwrite) {
            reader.expect("INTO");
        }
        reader.accept("TABLE");
        Table table = engine.catalog().requireTable(reader.tableName(session.database()));
        if (reader.accept("WITH", "LABEL")) {
            reader.identifier();
        }
        List<String> columns = isColumnList(reader)
                ? reader.names()
                : table.columns().stream().map(column -> column.name()).toList();
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                throw StarRocksException.analysis(
                        "Unknown column '" + column + "' in '" + table.name().name() + "'");
            }
        }
        String source = session.rewriter().rewrite(reader.remaining());
        String names = columns.stream().map(TableName::quote).collect(Collectors.joining(", ", " (", ") "));
        long[] rows = new long[1];
        engine.storage().<StarRocksException>write(session.connection(), connection -> {
            Storage.execute(connection, Merge.incomingTable(table, INCOMING));
            rows[0] = Storage.execute(connection, "INSERT INTO " + INCOMING + names + source);
            RowRules.check(connection, table, INCOMING);
            if (overwrite) {
                Storage.execute(connection, "DELETE FROM " + table.name().quoted());
            }
            Merge.apply(connection, table, INCOMING);
            Storage.execute(connection, "DROP TABLE " + INCOMING);
        });
        return rows[0];
    }

    /** {@code (a, b) VALUES ...} starts with names, {@code (SELECT ...)} does not. */
    private static boolean isColumnList(TokenReader reader) {
        if (!reader.atSymbol("(")) {
            return false;
        }
        Sql rest = reader.remaining();
        return rest.tokens().size() > 1
                && rest.tokens().get(1).isName()
                && !rest.tokens().get(1).isWord("SELECT")
                && !rest.tokens().get(1).isWord("WITH");
    }

    long update(TokenReader reader) throws StarRocksException, SQLException {
        Sql target = reader.remaining();
        Table table = engine.catalog().requireTable(reader.tableName(session.database()));
        if (table.model() != KeyModel.PRIMARY) {
            throw StarRocksException.analysis(
                    "table " + table.name().name() + " does not support update: only primary" + " key tables do");
        }
        if (!target.hasWord("WHERE")) {
            throw StarRocksException.analysis("must specify where clause to prevent full table update");
        }
        while (!reader.atEnd() && !reader.accept("SET")) {
            reader.next();
        }
        for (String assigned : Assignments.of(reader.remaining())) {
            Column column = table.column(assigned)
                    .orElseThrow(() -> StarRocksException.analysis("Column '" + assigned + "' cannot be resolved"));
            if (table.isKey(column)) {
                throw StarRocksException.analysis("primary key column cannot be updated: " + assigned);
            }
        }
        return change(table, "UPDATE " + session.rewriter().rewrite(target));
    }

    long delete(TokenReader reader) throws StarRocksException, SQLException {
        reader.expect("FROM");
        Sql target = reader.remaining();
        Table table = engine.catalog().requireTable(reader.tableName(session.database()));
        if (!target.hasWord("WHERE")) {
            throw StarRocksException.analysis("Where clause is not set; use TRUNCATE TABLE to delete all rows");
        }
        return change(table, "DELETE FROM " + session.rewriter().rewrite(target));
    }

    private long change(Table table, String statement) throws StarRocksException, SQLException {
        long[] rows = new long[1];
        engine.storage().<StarRocksException>write(session.connection(), connection -> {
            rows[0] = Storage.execute(connection, statement);
            RowRules.check(connection, table, table.name().quoted());
        });
        return rows[0];
    }

    void truncate(TokenReader reader) throws StarRocksException, SQLException {
        reader.expect("TABLE");
        Table table = engine.catalog().requireTable(reader.tableName(session.database()));
        reader.expectEnd();
        engine.storage()
                .<StarRocksException>write((DuckDBConnection connection) ->
                        Storage.execute(connection, "TRUNCATE " + table.name().quoted()));
    }
}
