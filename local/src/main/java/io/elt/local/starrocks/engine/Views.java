package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.View;
import io.elt.local.starrocks.sql.SqlLexer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;

/** Keeps views in step with their tables: DuckDB fixes the types of a view when it is made, StarRocks does not. */
final class Views {
    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    private Views() {}

    static void create(Engine engine, Session session, View view) throws StarRocksException, SQLException {
        String query =
                session.rewriter().rewrite(SqlLexer.statements(view.query()).get(0));
        engine.definitions().createView(session.connection(), view, query);
    }

    /** Makes those views anew that a changed table has broken. A view whose tables are missing stays broken. */
    static void refresh(Engine engine) throws SQLException {
        for (String database : engine.catalog().databases()) {
            for (TableName name : engine.catalog().names(database)) {
                var view = engine.catalog().view(name);
                if (view.isPresent()) {
                    refresh(engine, view.get());
                }
            }
        }
    }

    private static void refresh(Engine engine, View view) throws SQLException {
        try (Session session = new Session(engine, engine.sessions().nextId(), "root")) {
            session.use(view.name().database());
            if (!works(session, view.name())) {
                create(engine, session, view);
            }
        } catch (SQLException | StarRocksException stillBroken) {
            LOG.debug("the view {} cannot be made anew: {}", view.name(), stillBroken.getMessage());
        }
    }

    private static boolean works(Session session, TableName view) {
        try (Outcome.Rows rows = session.query("SELECT * FROM " + view.quoted() + " LIMIT 0")) {
            return !rows.columns().isEmpty();
        } catch (SQLException broken) {
            return false;
        }
    }
}
