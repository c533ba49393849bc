package io.elt.status;

import io.elt.plan.TableName;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.consumer.Consumer;
import org.apache.paimon.consumer.ConsumerManager;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.table.sink.BatchWriteBuilder;
import org.apache.paimon.types.DataTypes;
import org.apache.paimon.types.RowKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

/** What a real table of a lake tells. */
class LakeTest {
    private static final TableName ACCOUNT = new TableName("lake", "ods", "account");
    private static final String READER = "bank-dwd_account";

    @TempDir
    private Path warehouse;

    private Catalog catalog;
    private FileStoreTable table;
    private Lake lake;

    @BeforeEach
    void makeTable() throws Exception {
        Map<String, String> properties =
                Map.of("type", "paimon", "warehouse", warehouse.toUri().toString());
        catalog = CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(properties)));
        catalog.createDatabase("ods", false);
        Identifier name = Identifier.create("ods", "account");
        Schema schema = Schema.newBuilder()
                .column("id", DataTypes.INT())
                .column("word", DataTypes.STRING())
                .primaryKey("id")
                .option("bucket", "1")
                .option("changelog-producer", "input")
                .build();
        catalog.createTable(name, schema, false);
        table = (FileStoreTable) catalog.getTable(name);
        lake = new Lake(Map.of("lake", properties));
    }

    @AfterEach
    void close() throws Exception {
        lake.close();
        catalog.close();
    }

    private void commit(GenericRow... rows) throws Exception {
        BatchWriteBuilder builder = table.newBatchWriteBuilder();
        try (BatchTableWrite write = builder.newWrite();
                BatchTableCommit commit = builder.newCommit()) {
            for (GenericRow row : rows) {
                write.write(row);
            }
            commit.commit(write.prepareCommit());
        }
    }

    private static GenericRow row(RowKind kind, int id, String word) {
        return GenericRow.ofKind(kind, id, BinaryString.fromString(word));
    }

    private void readerIsAt(long nextSnapshot) {
        new ConsumerManager(table.fileIO(), table.location()).resetConsumer(READER, new Consumer(nextSnapshot));
    }

    private Path placeOfReader() {
        return warehouse.resolve("ods.db/account/consumer/consumer-" + READER);
    }

    @Test
    void tablesAreThereOrNot() {
        assertThat(lake.exists(ACCOUNT)).isTrue();
        assertThat(lake.holds(ACCOUNT)).isTrue();
        assertThat(lake.exists(new TableName("lake", "ods", "other"))).isFalse();
        assertThat(lake.exists(new TableName("lake", "other", "account"))).isFalse();
        assertThat(lake.holds(new TableName("starrocks", "ads", "account"))).isFalse();
        assertThat(lake.exists(new TableName("starrocks", "ads", "account"))).isFalse();
    }

    @Test
    void anEmptyTableHasNothingToRead() {
        assertThat(lake.latestSnapshot(ACCOUNT)).isEmpty();
        assertThat(lake.records(ACCOUNT)).isZero();
        assertThat(lake.changesSince(ACCOUNT, OptionalLong.empty())).isZero();
        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isZero();
    }

    @Test
    void changesAreCountedFromASnapshotOn() throws Exception {
        commit(row(RowKind.INSERT, 1, "a"), row(RowKind.INSERT, 2, "b"));
        OptionalLong first = lake.latestSnapshot(ACCOUNT);
        commit(row(RowKind.UPDATE_BEFORE, 1, "a"), row(RowKind.UPDATE_AFTER, 1, "c"), row(RowKind.DELETE, 2, "b"));

        assertThat(first).hasValue(1);
        assertThat(lake.changesSince(ACCOUNT, OptionalLong.empty())).isEqualTo(5);
        assertThat(lake.changesSince(ACCOUNT, first)).isEqualTo(3);
        assertThat(lake.changesSince(ACCOUNT, lake.latestSnapshot(ACCOUNT))).isZero();
        assertThat(lake.records(ACCOUNT)).isPositive();
    }

    @Test
    void aReaderIsBehindByTheSnapshotsItHasNotSettled() throws Exception {
        commit(row(RowKind.INSERT, 1, "a"));
        commit(row(RowKind.INSERT, 2, "b"));
        assertThat(lake.unreadSnapshots(ACCOUNT, READER))
                .as("one that never read")
                .isEqualTo(2);

        readerIsAt(2);
        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isEqualTo(1);
        readerIsAt(3);
        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isZero();
        assertThat(lake.unreadSnapshots(ACCOUNT, "somebody-else")).isEqualTo(2);

        lake.forget(ACCOUNT, READER);
        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isEqualTo(2);
    }

    @Test
    void aHalfWrittenPlaceIsNotTakenForTheEndAndIsRepaired() throws Exception {
        commit(row(RowKind.INSERT, 1, "a"));
        readerIsAt(2);
        Files.writeString(placeOfReader(), "");

        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isPositive();

        lake.repair(ACCOUNT);
        assertThat(placeOfReader()).doesNotExist();
        commit(row(RowKind.INSERT, 2, "b"));
        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isEqualTo(2);
    }

    @Test
    void aWholePlaceSurvivesARepair() throws Exception {
        commit(row(RowKind.INSERT, 1, "a"));
        readerIsAt(2);

        lake.repair(ACCOUNT);

        assertThat(placeOfReader()).exists();
        assertThat(lake.unreadSnapshots(ACCOUNT, READER)).isZero();
    }
}
