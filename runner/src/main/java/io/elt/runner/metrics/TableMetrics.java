package io.elt.runner.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.paimon.Snapshot;
import org.apache.paimon.flink.sink.listener.CommitListener;
import org.apache.paimon.io.DataFileMeta;
import org.apache.paimon.manifest.ManifestCommittable;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.CommitMessage;
import org.apache.paimon.table.sink.CommitMessageImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fresh a table is, and how much was written into it. Paimon tells each commit after it is done. */
final class TableMetrics implements CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(TableMetrics.class);

    private static final long NEVER = -1;

    private final MetricGroup group;
    private final Counter recordsWritten;
    private final boolean quarantine;
    private final Map<String, Counter> quarantined = new HashMap<>();
    private volatile long newestSnapshot;

    private TableMetrics(MetricGroup group, boolean quarantine, long newestSnapshot) {
        this.group = group;
        this.quarantine = quarantine;
        this.newestSnapshot = newestSnapshot;
        this.recordsWritten = group.counter("records_written");
        group.gauge("freshness_seconds", (Gauge<Double>) this::freshness);
    }

    static CommitListener register(MetricGroup group, FileStoreTable table) {
        return new TableMetrics(group, isQuarantine(table), newestSnapshotOf(table));
    }

    @Override
    public void notifyCommittable(List<ManifestCommittable> committed) {
        newestSnapshot = System.currentTimeMillis();
        for (ManifestCommittable committable : committed) {
            for (CommitMessage message : committable.fileCommittables()) {
                long rows = newRows((CommitMessageImpl) message);
                recordsWritten.inc(rows);
                if (quarantine && rows > 0) {
                    quarantinedOf(message.partition().getString(0).toString()).inc(rows);
                }
            }
        }
    }

    @Override
    public void snapshotState() {}

    @Override
    public void close() {}

    /** Seconds since the newest snapshot, not a number as long as the table has none. */
    private double freshness() {
        long newest = newestSnapshot;
        return newest == NEVER ? Double.NaN : Math.max(0, System.currentTimeMillis() - newest) / 1000.0;
    }

    private Counter quarantinedOf(String source) {
        return quarantined.computeIfAbsent(
                source, name -> group.addGroup("source", name).counter("quarantined"));
    }

    /** Rows that compaction writes again are not new. */
    private static long newRows(CommitMessageImpl message) {
        return message.newFilesIncrement().newFiles().stream()
                .mapToLong(DataFileMeta::rowCount)
                .sum();
    }

    /** As the macro {@code ingest} makes it: a table of that name with a partition for each source. */
    private static boolean isQuarantine(FileStoreTable table) {
        return table.name().equals("quarantine") && table.partitionKeys().equals(List.of("source"));
    }

    /** A job that starts over must not look fresh, so the first value comes from the table. A metric is no reason to fail. */
    private static long newestSnapshotOf(FileStoreTable table) {
        try {
            Optional<Snapshot> newest = table.latestSnapshot();
            return newest.map(Snapshot::timeMillis).orElse(NEVER);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The newest snapshot of {} cannot be read; its freshness is told from the next commit on",
                    table.name(),
                    e);
            return NEVER;
        }
    }
}
