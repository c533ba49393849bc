package io.elt.runner.metrics;

import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.flink.sink.listener.CommitListener;
import org.apache.paimon.fs.Path;
import org.apache.paimon.fs.local.LocalFileIO;
import org.apache.paimon.manifest.ManifestCommittable;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.schema.SchemaManager;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.FileStoreTableFactory;
import org.apache.paimon.table.sink.CommitMessage;
import org.apache.paimon.table.sink.StreamTableCommit;
import org.apache.paimon.table.sink.StreamTableWrite;
import org.apache.paimon.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

/** What is told of a table after each commit. */
class TableMetricsTest {
    private static final GenericRow A = row("transaction", 1);
    private static final GenericRow B = row("transaction", 2);
    private static final GenericRow C = row("loan", 1);

    @TempDir
    private java.nio.file.Path folder;

    private final RecordedMetrics metrics = new RecordedMetrics();

    private FileStoreTable table(String name) throws Exception {
        Path path = new Path(folder.resolve(name).toUri());
        new SchemaManager(LocalFileIO.create(), path)
                .createTable(Schema.newBuilder()
                        .column("source", DataTypes.STRING())
                        .column("offset", DataTypes.BIGINT())
                        .partitionKeys("source")
                        .primaryKey("source", "offset")
                        .option("bucket", "1")
                        .build());
        return FileStoreTableFactory.create(LocalFileIO.create(), path);
    }

    private static GenericRow row(String source, long offset) {
        return GenericRow.of(BinaryString.fromString(source), offset);
    }

    /** As the operator does it: first the commit, then the listener. */
    private static void commit(FileStoreTable table, CommitListener listener, long checkpoint, GenericRow... rows)
            throws Exception {
        var builder = table.newStreamWriteBuilder().withCommitUser("test");
        ManifestCommittable committable = new ManifestCommittable(checkpoint);
        try (StreamTableWrite write = builder.newWrite();
                StreamTableCommit commit = builder.newCommit()) {
            for (GenericRow row : rows) {
                write.write(row);
            }
            List<CommitMessage> messages = write.prepareCommit(true, checkpoint);
            messages.forEach(committable::addFileCommittable);
            commit.commit(checkpoint, messages);
        }
        listener.notifyCommittable(List.of(committable));
    }

    @Test
    void aTableWithoutASnapshotHasNoAgeAndThenIsFresh() throws Exception {
        FileStoreTable table = table("account");
        CommitListener listener = TableMetrics.register(metrics, table);

        assertThat(metrics.value("freshness_seconds")).isEqualTo(Double.NaN);

        commit(table, listener, 1, A);

        assertThat(metrics.value("freshness_seconds")).asInstanceOf(DOUBLE).isBetween(0.0, 60.0);
    }

    @Test
    void aJobThatStartsOverGoesOnFromTheTablesOwnAge() throws Exception {
        FileStoreTable table = table("account");
        commit(table, TableMetrics.register(metrics, table), 1, A);
        RecordedMetrics restarted = new RecordedMetrics();

        TableMetrics.register(restarted, table);

        assertThat(restarted.value("freshness_seconds")).asInstanceOf(DOUBLE).isBetween(0.0, 60.0);
        assertThat(restarted.count("records_written")).isZero();
    }

    @Test
    void rowsAreCountedWhenTheyAreCommitted() throws Exception {
        FileStoreTable table = table("account");
        CommitListener listener = TableMetrics.register(metrics, table);

        commit(table, listener, 1, A, B);
        commit(table, listener, 2, C);

        assertThat(metrics.count("records_written")).isEqualTo(3);
        assertThat(metrics.counters()).as("not a quarantine").containsOnlyKeys("records_written");
    }

    @Test
    void quarantineIsCountedBySource() throws Exception {
        FileStoreTable table = table("quarantine");
        CommitListener listener = TableMetrics.register(metrics, table);

        commit(table, listener, 1, A, C);
        commit(table, listener, 2, B);

        assertThat(metrics.count("source=transaction.quarantined")).isEqualTo(2);
        assertThat(metrics.count("source=loan.quarantined")).isEqualTo(1);
        assertThat(metrics.count("records_written")).isEqualTo(3);
    }

    @Test
    void labelsTravelAsOptionsOfTheTable() {
        TableLabels labels = new TableLabels("bank", "dws", "dws_deposit", "lake.dws.deposit");

        assertThat(labels.toOptions()).containsEntry("commit.custom-listeners", new TableMetricsFactory().identifier());
        assertThat(TableLabels.of(labels.toOptions())).contains(labels);
        assertThat(TableLabels.of(Map.of("elt.metrics.project", "bank"))).isEmpty();

        labels.under(metrics).counter("records_written");

        assertThat(metrics.counters())
                .containsOnlyKeys(
                        "elt.project=bank.layer=dws.elt_job=dws_deposit.table=lake.dws.deposit.records_written");
    }
}
