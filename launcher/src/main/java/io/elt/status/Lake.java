package io.elt.status;

import io.elt.lake.LakeCatalogs;
import io.elt.plan.TableName;
import org.apache.paimon.Snapshot;
import org.apache.paimon.consumer.Consumer;
import org.apache.paimon.consumer.ConsumerManager;
import org.apache.paimon.fs.Path;
import org.apache.paimon.table.FileStoreTable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the tables of a lake hold and how far their readers are, asked of Paimon itself. */
public final class Lake implements AutoCloseable {
    private static final String CONSUMERS = "consumer";
    private static final String CONSUMER = "consumer-";

    private final LakeCatalogs catalogs;

    /**
     * @param lakes the Paimon catalogs by name with their properties, as the plan has them
     */
    public Lake(Map<String, Map<String, String>> lakes) {
        this.catalogs = new LakeCatalogs(lakes);
    }

    public boolean exists(TableName name) {
        return table(name).isPresent();
    }

    public boolean holds(TableName name) {
        return catalogs.holds(name);
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

    /** When the oldest snapshot was committed that a reader has not read yet; empty if there is none. */
    public Optional<Instant> oldestUnread(TableName name, String consumerId) {
        FileStoreTable table = table(name).orElse(null);
        Long latest = table == null ? null : table.snapshotManager().latestSnapshotId();
        if (latest == null) {
            return Optional.empty();
        }
        long earliest = table.snapshotManager().earliestSnapshotId();
        long next = Math.max(earliest, place(table, consumerId).orElse(earliest));
        return next > latest
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(
                        table.snapshotManager().snapshot(next).timeMillis()));
    }

    /** When the newest snapshot was committed; empty for a table without one. */
    public Optional<Instant> lastCommit(TableName name) {
        return table(name)
                .flatMap(table -> Optional.ofNullable(table.snapshotManager().latestSnapshot()))
                .map(snapshot -> Instant.ofEpochMilli(snapshot.timeMillis()));
    }

    /**
     * Removes the places of readers that cannot be read. Paimon overwrites such a file in place, so a process that is
     * killed at that moment leaves an empty one, over which every later commit of the table's writer would stumble. The
     * reader's own state knows where to go on.
     */
    public void repair(TableName name) {
        FileStoreTable table = table(name).orElse(null);
        if (table == null) {
            return;
        }
        for (String consumerId : places(table)) {
            if (place(table, consumerId).isEmpty()) {
                new ConsumerManager(table.fileIO(), table.location()).deleteConsumer(consumerId);
            }
        }
    }

    private static List<String> places(FileStoreTable table) {
        Path folder = new Path(table.location(), CONSUMERS);
        try {
            if (!table.fileIO().exists(folder)) {
                return List.of();
            }
            return Arrays.stream(table.fileIO().listStatus(folder))
                    .map(file -> file.getPath().getName())
                    .filter(file -> file.startsWith(CONSUMER))
                    .map(file -> file.substring(CONSUMER.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * The next snapshot of a reader, empty if it has none or is just writing it. Paimon's own way to ask would wait for
     * ten seconds in the second case.
     */
    private static Optional<Long> place(FileStoreTable table, String consumerId) {
        Path file = new Path(new Path(table.location(), CONSUMERS), CONSUMER + consumerId);
        try {
            return Optional.of(
                    Consumer.fromJson(table.fileIO().readFileUtf8(file)).nextSnapshot());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Forgets how far a reader was, for one that starts over. */
    public void forget(TableName name, String consumerId) {
        table(name)
                .ifPresent(table -> new ConsumerManager(table.fileIO(), table.location()).deleteConsumer(consumerId));
    }

    @Override
    public void close() {
        catalogs.close();
    }

    private Optional<FileStoreTable> table(TableName name) {
        return catalogs.table(name);
    }
}
