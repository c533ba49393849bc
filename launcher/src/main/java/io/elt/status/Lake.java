package io.elt.status;

import io.elt.plan.TableName;
import org.apache.paimon.Snapshot;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.consumer.Consumer;
import org.apache.paimon.consumer.ConsumerManager;
import org.apache.paimon.options.Options;
import org.apache.paimon.table.FileStoreTable;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the tables of a lake hold and how far their readers are, asked of Paimon itself. */
public final class Lake implements AutoCloseable {
    private final Map<String, Catalog> catalogs = new HashMap<>();

    /**
     * @param lakes the Paimon catalogs by name with their properties, as the plan has them
     */
    public Lake(Map<String, Map<String, String>> lakes) {
        lakes.forEach((name, properties) ->
                catalogs.put(name, CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(properties)))));
    }

    public boolean exists(TableName name) {
        return table(name).isPresent();
    }

    public boolean holds(TableName name) {
        return catalogs.containsKey(name.catalog());
    }

    /** The newest snapshot's id, empty for a table without one. */
    public OptionalLong latestSnapshot(TableName name) {
        Long latest = table(name)
                .map(table -> table.snapshotManager().latestSnapshotId())
                .orElse(null);
        return latest == null ? OptionalLong.empty() : OptionalLong.of(latest);
    }

    /**
     * How many records stand in the files of the newest snapshot. Several versions of one key count each until they are
     * merged, so this is an upper bound of the rows.
     */
    public long records(TableName name) {
        return table(name)
                .flatMap(table -> Optional.ofNullable(table.snapshotManager().latestSnapshot()))
                .map(Snapshot::totalRecordCount)
                .orElse(0L);
    }

    /** How many changes (one for an insert or delete, two for an update) came with the snapshots after this one. */
    public long changesSince(TableName name, OptionalLong snapshot) {
        FileStoreTable table = table(name).orElse(null);
        Long latest = table == null ? null : table.snapshotManager().latestSnapshotId();
        if (latest == null) {
            return 0;
        }
        Long earliest = table.snapshotManager().earliestSnapshotId();
        long changes = 0;
        for (long id = Math.max(snapshot.orElse(0) + 1, earliest); id <= latest; id++) {
            Long recorded = table.snapshotManager().snapshot(id).changelogRecordCount();
            changes += recorded == null ? 0 : recorded;
        }
        return changes;
    }

    /**
     * How many snapshots a reader has not read yet, or not yet committed what it made of them.
     *
     * @param consumerId the id that the reader registered
     */
    public long unreadSnapshots(TableName name, String consumerId) {
        FileStoreTable table = table(name).orElse(null);
        Long latest = table == null ? null : table.snapshotManager().latestSnapshotId();
        if (latest == null) {
            return 0;
        }
        long next = place(table, consumerId).orElse(table.snapshotManager().earliestSnapshotId());
        return Math.max(0, latest + 1 - next);
    }

    /**
     * Removes a reader's place if it cannot be read: a process that was killed while it wrote its place leaves half a file,
     * over which Paimon's writers would stumble for ever. The reader's own state knows where to go on.
     */
    public void repair(TableName name, String consumerId) {
        table(name).ifPresent(table -> {
            try {
                place(table, consumerId);
            } catch (UncheckedIOException e) {
                new ConsumerManager(table.fileIO(), table.location()).deleteConsumer(consumerId);
            }
        });
    }

    private static Optional<Long> place(FileStoreTable table, String consumerId) {
        return new ConsumerManager(table.fileIO(), table.location())
                .consumer(consumerId)
                .map(Consumer::nextSnapshot);
    }

    /** Forgets how far a reader was, for one that starts over. */
    public void forget(TableName name, String consumerId) {
        table(name)
                .ifPresent(table -> new ConsumerManager(table.fileIO(), table.location()).deleteConsumer(consumerId));
    }

    @Override
    public void close() {
        catalogs.values().forEach(Lake::close);
    }

    private Optional<FileStoreTable> table(TableName name) {
        Catalog catalog = catalogs.get(name.catalog());
        if (catalog == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((FileStoreTable) catalog.getTable(Identifier.create(name.database(), name.table())));
        } catch (Catalog.TableNotExistException e) {
            return Optional.empty();
        }
    }

    private static void close(Catalog catalog) {
        try {
            catalog.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close a catalog", e);
        }
    }
}
