package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.store.Catalog;
import io.elt.local.starrocks.store.Merge;
import io.elt.local.starrocks.store.Storage;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** All loads by their label, and the steps that they go through. */
public final class Loads {
    private static final Logger LOG = LoggerFactory.getLogger(Loads.class);

    /** How long StarRocks remembers the label of a finished Stream Load. */
    private static final Duration LABELS_KEPT = Duration.ofHours(12);

    /** And how many of them, so that memory is bounded; StarRocks keeps a thousand. */
    private static final int LABELS_KEPT_AT_MOST = 20_000;

    private static final Duration PREPARED_KEPT = Duration.ofDays(1);

    private final Storage storage;
    private final Catalog catalog;
    private final Clock clock;
    private final AtomicLong lastId;
    private final Map<LabelKey, LoadTransaction> loads = new ConcurrentHashMap<>();

    private Loads(Storage storage, Catalog catalog, Clock clock, List<LoadTransaction> restored) {
        this.storage = storage;
        this.catalog = catalog;
        this.clock = clock;
        this.lastId = new AtomicLong(
                restored.stream().mapToLong(LoadTransaction::id).max().orElse(0));
        restored.forEach(load -> loads.put(load.key(), load));
    }

    /** Restores the labels; loads that were not prepared are gone, as after a restart of StarRocks. */
    public static Loads restore(Storage storage, Catalog catalog, Clock clock) throws SQLException {
        try (DuckDBConnection connection = storage.connect()) {
            List<LoadTransaction> restored = Labels.read(connection);
            Labels.dropOrphans(connection, restored);
            return new Loads(storage, catalog, clock, restored);
        }
    }

    LoadTransaction begin(LabelKey key, String table, Duration timeout, String statusIfUsed) throws LoadException {
        TableName name = new TableName(key.database(), table);
        definition(name);
        LoadTransaction load =
                new LoadTransaction(lastId.incrementAndGet(), key, name, timeout, LoadState.PREPARE, clock.instant());
        LoadTransaction now =
                loads.compute(key, (any, old) -> old == null || old.state() == LoadState.ABORTED ? load : old);
        if (now != load) {
            throw LoadException.labelInUse(statusIfUsed, key.label(), now.state());
        }
        return load;
    }

    LoadCounts load(LoadTransaction load, Function<String, String> headers, InputStream body)
            throws LoadException, IOException {
        synchronized (load) {
            requireState(load, LoadState.PREPARE, "load data into");
            try {
                Table table = definition(load.table());
                LoadCounts counts = load.stage(storage, table, LoadOptions.parse(headers, table), body);
                load.move(LoadState.PREPARE, clock.instant());
                return counts;
            } catch (SQLException failure) {
                abort(load);
                throw LoadException.internal(failure);
            } catch (LoadException | IOException | RuntimeException failure) {
                // As in StarRocks, a load that fails takes its transaction with it.
                abort(load);
                throw failure;
            }
        }
    }

    void prepare(LoadTransaction load) throws LoadException {
        synchronized (load) {
            if (load.state() == LoadState.PREPARED) {
                return;
            }
            requireState(load, LoadState.PREPARE, "prepare");
            write(load, LoadState.PREPARED, connection -> {});
        }
    }

    /** Makes the rows visible. Repeating it is harmless: after a crash the connector does not know whether it came through. */
    String commit(LoadTransaction load) throws LoadException {
        synchronized (load) {
            if (load.state() == LoadState.VISIBLE) {
                return "Transaction " + load.id() + " has already been VISIBLE, label: "
                        + load.key().label();
            }
            if (load.state() == LoadState.ABORTED) {
                throw LoadException.failed("transaction " + load.id() + " has already been ABORTED");
            }
            Table table = definition(load.table());
            write(load, LoadState.VISIBLE, connection -> {
                if (load.hasStagedRows()) {
                    Merge.apply(connection, table, load.stagingTable());
                    load.dropStaging(connection);
                }
            });
            return "";
        }
    }

    void rollBack(LoadTransaction load) throws LoadException {
        synchronized (load) {
            if (load.state() == LoadState.VISIBLE) {
                throw LoadException.failed("transaction " + load.id() + " has already been VISIBLE, could not abort");
            }
            abort(load);
        }
    }

    Optional<LoadTransaction> find(LabelKey key) {
        return Optional.ofNullable(loads.get(key));
    }

    /** Ends what takes too long and forgets labels that are old. */
    public void expire() throws SQLException {
        Instant now = clock.instant();
        int before = loads.size();
        long forgotten = lastId.get() - LABELS_KEPT_AT_MOST;
        for (LoadTransaction load : loads.values()) {
            Duration age = Duration.between(load.changed(), now);
            switch (load.state()) {
                case PREPARE -> abortIf(load, LoadState.PREPARE, age.compareTo(load.timeout()) > 0);
                case PREPARED -> abortIf(load, LoadState.PREPARED, age.compareTo(PREPARED_KEPT) > 0);
                case VISIBLE, ABORTED -> {
                    if (age.compareTo(LABELS_KEPT) > 0 || load.id() <= forgotten) {
                        loads.remove(load.key(), load);
                    }
                }
            }
        }
        if (loads.size() < before) {
            Instant limit = now.minus(LABELS_KEPT);
            storage.<SQLException>write(connection -> Labels.removeVisible(connection, limit, forgotten));
        }
    }

    private void abortIf(LoadTransaction load, LoadState state, boolean expired) {
        if (!expired) {
            return;
        }
        synchronized (load) {
            if (load.state() == state) {
                LOG.warn(
                        "the load with label {} timed out and is rolled back",
                        load.key().label());
                abortQuietly(load);
            }
        }
    }

    private void abortQuietly(LoadTransaction load) {
        try {
            abort(load);
        } catch (LoadException failure) {
            LOG.warn("rolling back the load with label {} failed", load.key().label(), failure);
        }
    }

    private void abort(LoadTransaction load) throws LoadException {
        boolean wasPrepared = load.state() == LoadState.PREPARED;
        load.move(LoadState.ABORTED, clock.instant());
        if (!wasPrepared && !load.hasStagedRows()) {
            return;
        }
        try {
            storage.<SQLException>write(connection -> {
                load.dropStaging(connection);
                Labels.remove(connection, load);
            });
        } catch (SQLException failure) {
            throw LoadException.internal(failure);
        }
    }

    private void write(LoadTransaction load, LoadState next, Storage.Change<SQLException> change) throws LoadException {
        Instant now = clock.instant();
        try {
            storage.<SQLException>write(connection -> {
                change.apply(connection);
                Labels.put(connection, load, next, now);
            });
        } catch (SQLException failure) {
            throw LoadException.internal(failure);
        }
        load.move(next, now);
    }

    private static void requireState(LoadTransaction load, LoadState state, String action) throws LoadException {
        if (load.state() != state) {
            throw LoadException.failed("cannot " + action + " the transaction with label "
                    + load.key().label() + ", its state is " + load.state());
        }
    }

    private Table definition(TableName name) throws LoadException {
        try {
            return catalog.requireTable(name);
        } catch (StarRocksException unknown) {
            throw LoadException.failed(unknown.getMessage());
        }
    }
}
