package io.elt.local.starrocks.store;

import io.elt.local.starrocks.sql.Macros;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The DuckDB file. Reads run next to each other and next to a write; writes follow one another, for DuckDB refuses two
 * transactions that change the same table.
 */
public final class Storage implements AutoCloseable {
    /** Holds the definitions and the labels. */
    static final String CATALOG_SCHEMA = "_catalog";

    /** Holds one table per transaction of a load, until it is committed. */
    public static final String STAGING_SCHEMA = "_staging";

    private static final String MEMORY_LIMIT = "1GB";

    private final DuckDBConnection root;
    private final ReentrantLock writes = new ReentrantLock(true);

    private Storage(DuckDBConnection root) {
        this.root = root;
    }

    public static Storage open(Path directory) throws IOException, SQLException {
        Files.createDirectories(directory);
        Properties properties = new Properties();
        // Typed parameters of macros need it.
        properties.setProperty("storage_compatibility_version", "v1.4.0");
        properties.setProperty("memory_limit", MEMORY_LIMIT);
        properties.setProperty("temp_directory", directory.resolve("spill").toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("default_null_order", "nulls_first_on_asc_last_on_desc");
        properties.setProperty("preserve_insertion_order", "true");
        properties.setProperty("jdbc_stream_results", "true");
        Path file = directory.resolve("starrocks.duckdb");
        // Not by the DriverManager, which loads every other driver of the class path too.
        DuckDBConnection connection =
                new DuckDBDriver().connect("jdbc:duckdb:" + file, properties).unwrap(DuckDBConnection.class);
        Storage storage = new Storage(connection);
        storage.write(SystemTables::create);
        storage.write(Storage::createMacros);
        return storage;
    }

    private static void createMacros(DuckDBConnection connection) throws SQLException {
        execute(connection, "CREATE SCHEMA IF NOT EXISTS " + Macros.SCHEMA);
        for (String definition : Macros.definitions()) {
            execute(connection, definition);
        }
    }

    /** A connection of its own, for a session or a load. */
    public DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection = root.duplicate();
        // As in StarRocks, what is divided by zero is NULL.
        execute(connection, "SET ieee_floating_point_ops=false");
        return connection;
    }

    /** Something that changes the database, whole or not at all. */
    @FunctionalInterface
    public interface Change<E extends Exception> {
        void apply(DuckDBConnection connection) throws E, SQLException;
    }

    public <E extends Exception> void write(Change<E> change) throws E, SQLException {
        try (DuckDBConnection connection = connect()) {
            write(connection, change);
        }
    }

    /** Runs a change in one transaction of the given connection, after all changes that came before. */
    public <E extends Exception> void write(DuckDBConnection connection, Change<E> change) throws E, SQLException {
        writes.lock();
        try {
            inTransaction(connection, change);
        } finally {
            writes.unlock();
        }
    }

    /** Runs a change in a transaction without waiting for others: right only for a table that nobody else touches. */
    public static <E extends Exception> void inTransaction(DuckDBConnection connection, Change<E> change)
            throws E, SQLException {
        execute(connection, "BEGIN TRANSACTION");
        boolean done = false;
        try {
            change.apply(connection);
            execute(connection, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(DuckDBConnection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // A COMMIT that fails ends the transaction itself.
            return;
        }
    }

    /** Runs one statement; each gets a new Statement, for DuckDB's driver reuses them badly. */
    public static long execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
