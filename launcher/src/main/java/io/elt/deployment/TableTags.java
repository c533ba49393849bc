package io.elt.deployment;

import io.elt.lake.LakeCatalogs;
import io.elt.plan.TableName;
import org.apache.paimon.Snapshot;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.consumer.Consumer;
import org.apache.paimon.consumer.ConsumerManager;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.schema.TableSchema;
import org.apache.paimon.table.FileStoreTable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Marks what the tables of a job held when it was stopped, and brings them back there. A tag keeps the files of its
 * snapshot from being deleted.
 */
public final class TableTags {
    /** A shorter life would end before anybody notices that a deployment was a bad one. */
    private static final Duration SHORTEST = Duration.ofDays(7);

    private final LakeCatalogs lakes;

    public TableTags(LakeCatalogs lakes) {
        this.lakes = lakes;
    }

    /**
     * Tags what tables hold now. A tag stays as long as the table's {@code tag.default-time-retained} says, else as long as its
     * snapshots do, and a week at least.
     *
     * @param tables of a job that has stopped, written by nobody else
     * @return the tables that were tagged; one that was never written to is not
     */
    public Map<TableName, String> take(String tag, Collection<TableName> tables) {
        Map<TableName, String> taken = new TreeMap<>();
        for (TableName name : tables) {
            FileStoreTable table = lakes.table(name).orElse(null);
            Snapshot latest = table == null ? null : table.snapshotManager().latestSnapshot();
            if (latest != null) {
                table.createTag(tag, latest.id(), life(table));
                taken.put(name, tag);
            }
        }
        return taken;
    }

    /** Takes tags away, and with them the files that only they kept. */
    public void delete(TableName name, Collection<String> gone) {
        lakes.table(name).ifPresent(table -> table.tagManager().allTagNames().stream()
                .filter(gone::contains)
                .forEach(table::deleteTag));
    }

    private static Duration life(FileStoreTable table) {
        Duration own = table.coreOptions().tagDefaultTimeRetained();
        if (own != null) {
            return own;
        }
        Duration snapshots = table.coreOptions().snapshotTimeRetain();
        return snapshots.compareTo(SHORTEST) < 0 ? SHORTEST : snapshots;
    }

    /** The snapshot that a tag marks; empty if it is gone, or its table is. */
    public OptionalLong snapshot(TableName name, String tag) {
        return lakes.table(name)
                .flatMap(table -> table.tagManager().get(tag))
                .map(found -> OptionalLong.of(found.id()))
                .orElse(OptionalLong.empty());
    }

    /** Whether anything was ever written to a table. */
    public boolean isWritten(TableName name) {
        return lakes.table(name)
                .map(table -> table.snapshotManager().latestSnapshotId())
                .isPresent();
    }

    /** How many snapshots a table has had since a tag; empty if the tag is gone. */
    public OptionalLong snapshotsSince(TableName name, String tag) {
        OptionalLong tagged = snapshot(name, tag);
        Long latest = lakes.table(name)
                .map(table -> table.snapshotManager().latestSnapshotId())
                .orElse(null);
        return tagged.isEmpty() || latest == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, latest - tagged.getAsLong()));
    }

    /**
     * The next snapshot of a reader that has stopped, as its last checkpoint left it.
     *
     * @param consumerId the id that the reader registered
     */
    public OptionalLong place(TableName name, String consumerId) {
        return lakes.table(name)
                .flatMap(table -> consumers(table).consumer(consumerId))
                .map(consumer -> OptionalLong.of(consumer.nextSnapshot()))
                .orElse(OptionalLong.empty());
    }

    /** Puts a reader to where its state says it goes on, so that what it has not read is not deleted, and counts as unread. */
    public void setPlace(TableName name, String consumerId, long nextSnapshot) {
        lakes.table(name).ifPresent(table -> consumers(table).resetConsumer(consumerId, new Consumer(nextSnapshot)));
    }

    /** Whether a reader that goes on with a snapshot would find its changes: the ones before may be deleted. */
    public boolean canRead(TableName name, long nextSnapshot) {
        FileStoreTable table = lakes.table(name).orElse(null);
        Long earliest = table == null ? null : table.snapshotManager().earliestSnapshotId();
        return earliest != null && earliest <= nextSnapshot;
    }

    /**
     * Brings a table back to what it held at a tag. Columns that it has got since go, too: the statements of that time do not
     * know them, and no row of that time has a value for them.
     */
    public void rollBack(TableName name, String tag) {
        FileStoreTable table = lakes.table(name).orElseThrow();
        TableSchema then =
                table.schemaManager().schema(table.tagManager().getOrThrow(tag).schemaId());
        List<SchemaChange> added = table.schema().fieldNames().stream()
                .filter(column -> !then.fieldNames().contains(column))
                .map(SchemaChange::dropColumn)
                .toList();
        table.rollbackTo(tag);
        if (!added.isEmpty()) {
            alter(name, added);
        }
    }

    private void alter(TableName name, List<SchemaChange> changes) {
        try {
            lakes.catalog(name.catalog()).alterTable(Identifier.create(name.database(), name.table()), changes, false);
        } catch (Catalog.TableNotExistException
                | Catalog.ColumnAlreadyExistException
                | Catalog.ColumnNotExistException e) {
            throw new IllegalStateException("table " + name + " cannot be altered", e);
        }
    }

    private static ConsumerManager consumers(FileStoreTable table) {
        return new ConsumerManager(table.fileIO(), table.location());
    }

    /** For tests: the tag of a table, if it is there. */
    Optional<Duration> life(TableName name, String tag) {
        return lakes.table(name).flatMap(table -> table.tagManager().get(tag)).map(found -> found.getTagTimeRetained());
    }
}
