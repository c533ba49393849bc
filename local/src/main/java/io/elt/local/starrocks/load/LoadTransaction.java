package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.store.Merge;
import io.elt.local.starrocks.store.Storage;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * One load from its begin to its end. What it has taken waits in a staging table of DuckDB, so that memory is bounded and
 * a prepared load survives a crash; its requests follow one another.
 */
final class LoadTransaction {
    private final long id;
    private final LabelKey key;
    private final TableName table;
    private final Duration timeout;
    // Read by others while a body is being taken.
    private volatile LoadState state;
    private volatile Instant changed;
    private boolean staged;
    private long rows;
    private long bytes;

    LoadTransaction(long id, LabelKey key, TableName table, Duration timeout, LoadState state, Instant changed) {
        this.id = id;
        this.key = key;
        this.table = table;
        this.timeout = timeout;
        this.state = state;
        this.changed = changed;
        this.staged = state == LoadState.PREPARED;
    }

    long id() {
        return id;
    }

    LabelKey key() {
        return key;
    }

    TableName table() {
        return table;
    }

    Duration timeout() {
        return timeout;
    }

    LoadState state() {
        return state;
    }

    Instant changed() {
        return changed;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    void restoreCounts(long stagedRows, long stagedBytes) {
        rows = stagedRows;
        bytes = stagedBytes;
        staged = stagedRows > 0;
    }

    /** Moves on; the caller holds this object's lock over the change that it stands for. */
    void move(LoadState next, Instant now) {
        state = next;
        changed = now;
    }

    String stagingTable() {
        return Storage.STAGING_SCHEMA + "." + stagingName();
    }

    private String stagingName() {
        return "t" + id;
    }

    boolean hasStagedRows() {
        return staged;
    }

    /** Takes a body, whole or not at all. */
    LoadCounts stage(Storage storage, Table definition, LoadOptions options, InputStream body)
            throws SQLException, LoadException, IOException {
        LoadCounts[] counts = new LoadCounts[1];
        try (DuckDBConnection connection = storage.connect()) {
            if (!staged) {
                Storage.execute(connection, Merge.stagingTable(definition, stagingTable()));
                staged = true;
            }
            BodyReader reader = new BodyReader(definition, options, body);
            Storage.<Exception>inTransaction(connection, transaction -> {
                try (DuckDBAppender appender = connection.createAppender(Storage.STAGING_SCHEMA, stagingName())) {
                    counts[0] = reader.readInto(new StagingWriter(appender));
                }
            });
        } catch (SQLException | LoadException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception unknown) {
            throw LoadException.internal(unknown);
        }
        rows += counts[0].loaded();
        bytes += counts[0].bytes();
        return counts[0];
    }

    void dropStaging(DuckDBConnection connection) throws SQLException {
        Storage.execute(connection, "DROP TABLE IF EXISTS " + stagingTable());
        staged = false;
    }
}
