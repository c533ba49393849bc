package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.sql.Literals;
import io.elt.local.starrocks.store.Storage;
import org.duckdb.DuckDBConnection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The labels that outlive the process: prepared loads, which can still be committed, and visible ones. */
final class Labels {
    private Labels() {}

    /** Writes where a load stands, in the caller's transaction. */
    static void put(DuckDBConnection connection, LoadTransaction load, LoadState state, Instant now)
            throws SQLException {
        remove(connection, load);
        Storage.execute(
                connection,
                "INSERT INTO _catalog.labels VALUES (" + load.id() + ", "
                        + Literals.string(load.key().label()) + ", "
                        + Literals.string(load.key().database()) + ", "
                        + Literals.string(load.table().name()) + ", " + Literals.string(state.name()) + ", "
                        + load.timeout().toSeconds() + ", " + load.rows() + ", " + load.bytes() + ", "
                        + timestamp(now) + ")");
    }

    static void remove(DuckDBConnection connection, LoadTransaction load) throws SQLException {
        Storage.execute(connection, "DELETE FROM _catalog.labels WHERE id = " + load.id());
    }

    /** Forgets visible loads that are older than a time or have at most this number. */
    static void removeVisible(DuckDBConnection connection, Instant limit, long lastId) throws SQLException {
        Storage.execute(
                connection,
                "DELETE FROM _catalog.labels WHERE state = 'VISIBLE' AND (changed < " + timestamp(limit) + " OR id <= "
                        + lastId + ")");
    }

    static List<LoadTransaction> read(DuckDBConnection connection) throws SQLException {
        List<LoadTransaction> loads = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, label, database_name, table_name, state,"
                        + " timeout_seconds, rows, bytes, changed FROM _catalog.labels")) {
            while (row.next()) {
                LoadTransaction load = new LoadTransaction(
                        row.getLong(1),
                        new LabelKey(row.getString(3), row.getString(2)),
                        new TableName(row.getString(3), row.getString(4)),
                        Duration.ofSeconds(row.getLong(6)),
                        LoadState.valueOf(row.getString(5)),
                        row.getObject(9, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                load.restoreCounts(row.getLong(7), row.getLong(8));
                loads.add(load);
            }
        }
        return loads;
    }

    /** Drops what loads have left that were not prepared when the process ended. */
    static void dropOrphans(DuckDBConnection connection, List<LoadTransaction> loads) throws SQLException {
        List<String> orphans = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name FROM duckdb_tables() WHERE schema_name = '"
                        + Storage.STAGING_SCHEMA + "'")) {
            while (row.next()) {
                orphans.add(Storage.STAGING_SCHEMA + "." + row.getString(1));
            }
        }
        for (LoadTransaction load : loads) {
            if (load.state() == LoadState.PREPARED) {
                orphans.remove(load.stagingTable());
            }
        }
        for (String orphan : orphans) {
            Storage.execute(connection, "DROP TABLE " + orphan);
        }
    }

    private static String timestamp(Instant instant) {
        return "make_timestamp(" + Math.multiplyExact(instant.toEpochMilli(), 1000L) + ")";
    }
}
