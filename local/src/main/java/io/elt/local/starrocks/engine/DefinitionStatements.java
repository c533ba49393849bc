package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.View;
import io.elt.local.starrocks.sql.TableParser;
import io.elt.local.starrocks.sql.TokenReader;
import io.elt.local.starrocks.sql.ViewParser;
import io.elt.local.starrocks.store.Catalog;

import java.sql.SQLException;

/** CREATE and DROP. */
final class DefinitionStatements {
    private final Engine engine;
    private final Session session;

    DefinitionStatements(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
    }

    void create(TokenReader reader) throws StarRocksException, SQLException {
        boolean replace = reader.accept("OR", "REPLACE");
        if (!replace && (reader.accept("DATABASE") || reader.accept("SCHEMA"))) {
            createDatabase(reader);
        } else if (!replace && reader.accept("TABLE")) {
            createTable(reader);
        } else if (reader.accept("VIEW")) {
            createView(reader, replace ? IfExists.REPLACE : ifNotExists(reader));
        } else {
            throw StarRocksException.notSupported("CREATE " + reader.rest()
                    + "; it creates databases, tables and views (no materialized views, users, catalogs or functions)");
        }
    }

    private enum IfExists {
        FAIL,
        KEEP,
        REPLACE
    }

    private static IfExists ifNotExists(TokenReader reader) {
        return reader.accept("IF", "NOT", "EXISTS") ? IfExists.KEEP : IfExists.FAIL;
    }

    private void createDatabase(TokenReader reader) throws StarRocksException, SQLException {
        IfExists ifExists = ifNotExists(reader);
        String database = reader.identifier();
        if (reader.accept("PROPERTIES")) {
            reader.parenthesis();
        }
        if (!engine.catalog().hasDatabase(database)) {
            engine.definitions().createDatabase(database);
        } else if (ifExists == IfExists.FAIL) {
            throw StarRocksException.databaseExists(database);
        }
    }

    private void createTable(TokenReader reader) throws StarRocksException, SQLException {
        if (reader.atWord("EXTERNAL") || reader.atWord("TEMPORARY")) {
            throw StarRocksException.notSupported("external and temporary tables");
        }
        IfExists ifExists = ifNotExists(reader);
        Table table = new TableParser(reader).parse(session.database());
        engine.catalog().requireDatabase(table.name().database());
        if (!engine.catalog().exists(table.name())) {
            engine.definitions().createTable(table);
            Views.refresh(engine);
        } else if (ifExists == IfExists.FAIL) {
            throw StarRocksException.tableExists(table.name().name());
        }
    }

    private void createView(TokenReader reader, IfExists ifExists) throws StarRocksException, SQLException {
        View view = new ViewParser(reader).parse(session.database());
        TableName name = view.name();
        Catalog catalog = engine.catalog();
        catalog.requireDatabase(name.database());
        if (catalog.exists(name) && ifExists == IfExists.KEEP) {
            return;
        }
        if (catalog.exists(name) && (ifExists == IfExists.FAIL || !catalog.isView(name))) {
            throw StarRocksException.tableExists(name.name());
        }
        Views.create(engine, session, view);
    }

    void drop(TokenReader reader) throws StarRocksException, SQLException {
        if (reader.accept("DATABASE") || reader.accept("SCHEMA")) {
            dropDatabase(reader);
            return;
        }
        boolean view = reader.accept("VIEW");
        if (!view && !reader.accept("TABLE")) {
            throw StarRocksException.notSupported("DROP " + reader.rest() + "; it drops databases, tables and views");
        }
        boolean ifExists = reader.accept("IF", "EXISTS");
        TableName name = reader.tableName(session.database());
        reader.accept("FORCE");
        reader.expectEnd();
        boolean there = view
                ? engine.catalog().isView(name)
                : engine.catalog().table(name).isPresent();
        if (there) {
            engine.definitions().drop(name);
        } else if (!ifExists) {
            throw StarRocksException.unknownTable(name.database(), name.name());
        }
    }

    private void dropDatabase(TokenReader reader) throws StarRocksException, SQLException {
        boolean ifExists = reader.accept("IF", "EXISTS");
        String database = reader.identifier();
        reader.accept("FORCE");
        reader.expectEnd();
        if (engine.catalog().hasDatabase(database)) {
            engine.definitions().dropDatabase(database);
        } else if (!ifExists) {
            throw StarRocksException.unknownDatabase(database);
        }
    }
}
