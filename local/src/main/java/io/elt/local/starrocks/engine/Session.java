package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.TypeName;
import io.elt.local.starrocks.sql.QueryRewriter;
import io.elt.local.starrocks.sql.SessionContext;
import io.elt.local.starrocks.sql.Sql;
import io.elt.local.starrocks.store.ResultTypes;
import io.elt.local.starrocks.store.Storage;
import org.duckdb.DuckDBConnection;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One client's connection: its database, its variables and what runs on it. Used by one thread, cancelled by others. */
public final class Session implements SessionContext, AutoCloseable {
    private final Engine engine;
    private final int id;
    private final String user;
    private final DuckDBConnection connection;
    private final Variables variables = new Variables();
    private final QueryRewriter rewriter = new QueryRewriter(this);
    private final Statements statements;
    private Optional<String> database = Optional.empty();
    private volatile Statement running;
    private volatile String runningText = "";
    private volatile Runnable onKill = () -> {};

    public Session(Engine engine, int id, String user) throws SQLException {
        this.engine = engine;
        this.id = id;
        this.user = user;
        this.connection = engine.storage().connect();
        this.statements = new Statements(engine, this);
        engine.sessions().add(this);
    }

    /** Executes one statement without open parameters. */
    public Outcome execute(Sql sql) throws StarRocksException {
        runningText = sql.text();
        try {
            return statements.execute(sql);
        } catch (SQLException failure) {
            throw DuckDbErrors.translate(failure, database);
        } finally {
            runningText = "";
        }
    }

    /** The columns that a query will answer, none if it is not known before it runs. */
    public List<Outcome.ResultColumn> describe(Sql sql) {
        if (!(sql.startsWith("SELECT") || sql.startsWith("WITH"))) {
            return List.of();
        }
        try (var prepared = connection.prepareStatement(rewriter.rewrite(sql))) {
            return columns(prepared.getMetaData(), hugeInteger(sql));
        } catch (SQLException | StarRocksException unknownUntilExecuted) {
            return List.of();
        }
    }

    /** Runs a query of the client. */
    Outcome.Rows query(Sql sql) throws SQLException, StarRocksException {
        return query(rewriter.rewrite(sql), hugeInteger(sql));
    }

    private TypeName hugeInteger(Sql sql) {
        boolean largeInteger = engine.catalog().anyHasLargeInteger(table -> sql.tokens().stream()
                .anyMatch(token -> token.isName() && token.text().equalsIgnoreCase(table)));
        return largeInteger ? TypeName.LARGEINT : TypeName.BIGINT;
    }

    /** Runs a query of our own. */
    Outcome.Rows query(String duckdbSql) throws SQLException {
        return query(duckdbSql, TypeName.BIGINT);
    }

    private Outcome.Rows query(String duckdbSql, TypeName hugeInteger) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            running = statement;
            ResultSet rows = statement.executeQuery(duckdbSql);
            return new Outcome.Rows(columns(rows.getMetaData(), hugeInteger), statement, rows);
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    private static List<Outcome.ResultColumn> columns(ResultSetMetaData metadata, TypeName hugeInteger)
            throws SQLException {
        List<Outcome.ResultColumn> columns = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            DataType type = ResultTypes.of(metadata, i, hugeInteger);
            columns.add(new Outcome.ResultColumn(metadata.getColumnName(i), type));
        }
        return columns;
    }

    public void use(String name) throws StarRocksException {
        String plain = name.startsWith("default_catalog.") ? name.substring("default_catalog.".length()) : name;
        boolean informationSchema = plain.equalsIgnoreCase("information_schema");
        if (!informationSchema) {
            engine.catalog().requireDatabase(plain);
        }
        String schema = informationSchema ? QueryRewriter.INFORMATION_SCHEMA : plain;
        try {
            Storage.execute(
                    connection, "SET search_path = '" + TableName.quote(schema).replace("'", "''") + "'");
        } catch (SQLException failure) {
            throw DuckDbErrors.translate(failure, database);
        }
        database = Optional.of(plain);
    }

    QueryRewriter rewriter() {
        return rewriter;
    }

    DuckDBConnection connection() {
        return connection;
    }

    public Variables variables() {
        return variables;
    }

    public String runningText() {
        return runningText;
    }

    /** What to do when somebody kills this connection. */
    public void onKill(Runnable action) {
        onKill = action;
    }

    void cancelQuery() throws SQLException {
        Statement statement = running;
        if (statement != null && !statement.isClosed()) {
            statement.cancel();
        }
    }

    void kill() throws SQLException {
        cancelQuery();
        onKill.run();
    }

    @Override
    public Optional<String> database() {
        return database;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public int connectionId() {
        return id;
    }

    @Override
    public String systemVariable(String name) throws StarRocksException {
        return variables.system(name);
    }

    @Override
    public Optional<String> userVariable(String name) {
        return variables.user(name);
    }

    @Override
    public void close() throws SQLException {
        engine.sessions().remove(this);
        connection.close();
    }
}
