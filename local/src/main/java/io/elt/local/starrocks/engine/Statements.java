package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.sql.Sql;
import io.elt.local.starrocks.sql.TokenReader;

import java.sql.SQLException;
import java.util.Locale;

/** Sends each kind of statement to what executes it. */
final class Statements {
    private static final Outcome DONE = new Outcome.Done(0);

    private final Engine engine;
    private final Session session;
    private final DefinitionStatements definitions;
    private final AlterStatements alterations;
    private final ChangeStatements changes;
    private final ShowStatements shows;
    private final SetStatements sets;

    Statements(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
        this.definitions = new DefinitionStatements(engine, session);
        this.alterations = new AlterStatements(engine, session);
        this.changes = new ChangeStatements(engine, session);
        this.shows = new ShowStatements(engine, session);
        this.sets = new SetStatements(session);
    }

    Outcome execute(Sql sql) throws StarRocksException, SQLException {
        TokenReader reader = new TokenReader(sql);
        if (reader.atSymbol("(")) {
            return session.query(sql);
        }
        String word = reader.identifier().toUpperCase(Locale.ROOT);
        switch (word) {
            case "SELECT", "WITH", "VALUES" -> {
                return session.query(sql);
            }
            case "SHOW" -> {
                return session.query(shows.show(reader));
            }
            case "DESC", "DESCRIBE" -> {
                return session.query(shows.describe(reader));
            }
            case "EXPLAIN" -> {
                return session.query("EXPLAIN " + session.rewriter().rewrite(explained(reader)));
            }
            case "CREATE" -> definitions.create(reader);
            case "DROP" -> definitions.drop(reader);
            case "ALTER" -> alterations.alter(reader);
            case "TRUNCATE" -> changes.truncate(reader);
            case "INSERT" -> {
                return new Outcome.Done(changes.insert(reader));
            }
            case "UPDATE" -> {
                return new Outcome.Done(changes.update(reader));
            }
            case "DELETE" -> {
                return new Outcome.Done(changes.delete(reader));
            }
            case "SET" -> sets.set(reader);
            case "USE" -> session.use(useTarget(reader));
            case "KILL" -> kill(reader);
            // As in StarRocks before 3.5: each statement is a transaction of its own.
            case "BEGIN", "START", "COMMIT", "ROLLBACK" -> {
                return DONE;
            }
            default -> throw StarRocksException.notSupported("the statement " + word);
        }
        return DONE;
    }

    private static String useTarget(TokenReader reader) throws StarRocksException {
        String name = reader.identifier();
        return reader.acceptSymbol(".") ? name + "." + reader.identifier() : name;
    }

    private static Sql explained(TokenReader reader) {
        if (!reader.accept("VERBOSE") && !reader.accept("COSTS")) {
            reader.accept("LOGICAL");
        }
        return reader.remaining();
    }

    private void kill(TokenReader reader) throws StarRocksException, SQLException {
        boolean queryOnly = reader.accept("QUERY");
        reader.accept("CONNECTION");
        Session target = engine.sessions().find(reader.next().text());
        if (queryOnly) {
            target.cancelQuery();
            return;
        }
        target.kill();
    }
}
