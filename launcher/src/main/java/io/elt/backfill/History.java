package io.elt.backfill;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.lake.LakeCatalogs;
import io.elt.plan.TableName;
import org.apache.paimon.CoreOptions;
import org.apache.paimon.Snapshot;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.reader.RecordReaderIterator;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.Table;
import org.apache.paimon.table.source.ReadBuilder;
import org.apache.paimon.table.system.AuditLogTable;
import org.apache.paimon.types.RowKind;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The snapshots of a lake. */
public final class History implements AutoCloseable {
    private final LakeCatalogs catalogs;

    /**
     * @param lakes the Paimon catalogs by name with their properties, as the plan has them
     */
    public History(Map<String, Map<String, String>> lakes) {
        this.catalogs = new LakeCatalogs(lakes);
    }

    public boolean holds(TableName table) {
        return catalogs.holds(table);
    }

    boolean hasKey(TableName table) {
        return catalogs.table(table)
                .filter(found -> !found.primaryKeys().isEmpty())
                .isPresent();
    }

    /** The newest snapshot; empty for a table without one. */
    Optional<Long> latest(TableName table) {
        return catalogs.table(table).map(found -> found.snapshotManager().latestSnapshotId());
    }

    /**
     * The snapshot that was the newest one at a moment.
     *
     * @throws io.elt.diagnostic.EltException if there was none, or it is gone
     */
    long at(TableName table, Instant moment) {
        return then(table, moment).orElseThrow(() -> gone(table, moment).toException());
    }

    /** That there was no snapshot at a moment, or it is gone. */
    Optional<Diagnostic> lack(TableName table, Instant moment) {
        return then(table, moment).isPresent() ? Optional.empty() : Optional.of(gone(table, moment));
    }

    private Optional<Long> then(TableName table, Instant moment) {
        return catalogs.table(table)
                .map(found -> found.snapshotManager().earlierOrEqualTimeMills(moment.toEpochMilli()))
                .filter(snapshot -> snapshot.timeMillis() <= moment.toEpochMilli())
                .map(Snapshot::id);
    }

    private Diagnostic gone(TableName table, Instant moment) {
        Optional<FileStoreTable> found = catalogs.table(table);
        if (found.isEmpty()) {
            return gone(table, moment, "it is not there");
        }
        Snapshot earliest = found.get().snapshotManager().earliestSnapshot();
        if (earliest == null) {
            return gone(table, moment, "nothing was ever written to it");
        }
        Instant first = Instant.ofEpochMilli(earliest.timeMillis());
        return gone(
                table,
                moment,
                earliest.id() == 1
                        ? "its first row was written at " + first
                        : "its history begins at " + first + ", older snapshots are expired");
    }

    /** Whether rows vanished between two snapshots. */
    boolean hasDeletes(TableName name, long after, long upTo) {
        Table changes = new AuditLogTable(catalogs.table(name).orElseThrow())
                .copy(Map.of(CoreOptions.INCREMENTAL_BETWEEN.key(), after + "," + upTo));
        int kind = changes.rowType().getFieldIndex("rowkind");
        ReadBuilder reading = changes.newReadBuilder().withProjection(new int[] {kind});
        try (RecordReaderIterator<InternalRow> rows = new RecordReaderIterator<>(
                reading.newRead().createReader(reading.newScan().plan()))) {
            while (rows.hasNext()) {
                if (rows.next().getString(0).toString().equals(RowKind.DELETE.shortString())) {
                    return true;
                }
            }
            return false;
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the changes of " + name, e);
        }
    }

    /** Whether the newest content of a table was written under this mark. */
    public boolean isWrittenBy(TableName table, String mark) {
        return catalogs.table(table)
                .map(found -> found.snapshotManager().latestSnapshot())
                .filter(snapshot -> snapshot.commitUser().startsWith(mark))
                .isPresent();
    }

    private static Diagnostic gone(TableName table, Instant moment, String why) {
        return Diagnostic.error(
                        ErrorCode.HISTORY_GONE, "nobody knows what was in " + table + " at " + moment + ": " + why)
                .withHint("choose a later time, or let tables keep their snapshots for longer:"
                        + " 'snapshot.time-retained', in the bank the variable history");
    }

    @Override
    public void close() {
        catalogs.close();
    }
}
