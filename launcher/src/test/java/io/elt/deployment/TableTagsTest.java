package io.elt.deployment;

import io.elt.plan.TableName;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Tags of real tables. */
class TableTagsTest {
    @TempDir
    private Path folder;

    private TestLake lake;
    private TableTags tags;

    @BeforeEach
    void open() {
        lake = new TestLake(folder);
        tags = new TableTags(lake.catalogs);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void aTableGoesBackToItsTagAndOnFromThere() throws Exception {
        TableName table = lake.create("a", Map.of("changelog-producer", "input"));
        lake.write(table, 1, "before");
        assertThat(tags.take("elt-1", List.of(table))).containsExactly(Map.entry(table, "elt-1"));
        lake.write(table, 1, "after");
        lake.write(table, 2, "after");
        assertThat(tags.snapshotsSince(table, "elt-1")).hasValue(2);

        tags.rollBack(table, "elt-1");

        assertThat(lake.rows(table)).isEqualTo(Map.of(1, "before"));
        assertThat(tags.snapshotsSince(table, "elt-1")).hasValue(0);
        lake.write(table, 3, "again");
        assertThat(lake.rows(table)).isEqualTo(Map.of(1, "before", 3, "again"));
    }

    @Test
    void aTagHoldsWhatItsSnapshotsDoNot() throws Exception {
        TableName table = lake.create(
                "a",
                Map.of(
                        "snapshot.num-retained.min", "1",
                        "snapshot.num-retained.max", "1",
                        "num-sorted-run.compaction-trigger", "1"));
        lake.write(table, 1, "before");
        tags.take("elt-1", List.of(table));
        for (int i = 0; i < 5; i++) {
            lake.write(table, 1, "after" + i);
        }
        assertThat(lake.table(table).snapshotManager().earliestSnapshotId())
                .as("the tagged snapshot is deleted")
                .isGreaterThan(tags.snapshot(table, "elt-1").orElseThrow());

        tags.rollBack(table, "elt-1");

        assertThat(lake.rows(table)).isEqualTo(Map.of(1, "before"));
    }

    @Test
    void columnsThatCameSinceGo() throws Exception {
        TableName table = lake.create("a", Map.of());
        lake.write(table, 1, "before");
        tags.take("elt-1", List.of(table));
        lake.catalogs
                .catalog("lake")
                .alterTable(
                        Identifier.create("l", "a"), List.of(SchemaChange.addColumn("more", DataTypes.INT())), false);
        lake.write(table, 2, "after");

        tags.rollBack(table, "elt-1");

        assertThat(lake.table(table).schema().fieldNames()).containsExactly("id", "word");
        assertThat(lake.rows(table)).isEqualTo(Map.of(1, "before"));
        lake.write(table, 2, "again");
        assertThat(lake.rows(table)).isEqualTo(Map.of(1, "before", 2, "again"));
    }

    @Test
    void aTagLivesAsLongAsTheSnapshotsAWeekAtLeastOrAsTheTableSays() throws Exception {
        TableName brief = lake.create("brief", Map.of("snapshot.time-retained", "1 h"));
        TableName ample = lake.create("ample", Map.of("snapshot.time-retained", "30 d"));
        TableName own = lake.create("own", Map.of("tag.default-time-retained", "2 h"));
        for (TableName table : List.of(brief, ample, own)) {
            lake.write(table, 1, "a");
        }
        tags.take("elt-1", List.of(brief, ample, own));

        assertThat(tags.life(brief, "elt-1")).contains(Duration.ofDays(7));
        assertThat(tags.life(ample, "elt-1")).contains(Duration.ofDays(30));
        assertThat(tags.life(own, "elt-1")).contains(Duration.ofHours(2));
    }

    @Test
    void aTagThatHasLivedLongEnoughGoesWithTheNextCommit() throws Exception {
        TableName table = lake.create("a", Map.of("tag.default-time-retained", "1 ms"));
        lake.write(table, 1, "a");
        tags.take("elt-1", List.of(table));
        lake.write(table, 2, "b");

        assertThat(tags.snapshot(table, "elt-1")).isEmpty();
        assertThat(tags.snapshotsSince(table, "elt-1")).isEmpty();
    }

    @Test
    void whatWasNeverWrittenOrIsNotThereGetsNoTag() throws Exception {
        TableName empty = lake.create("empty", Map.of());
        TableName missing = new TableName("lake", "l", "missing");
        TableName served = new TableName("starrocks", "ads", "branch");

        assertThat(tags.take("elt-1", List.of(empty, missing, served))).isEmpty();
        assertThat(tags.isWritten(empty)).isFalse();
    }

    @Test
    void aReaderIsPutToItsPlace() throws Exception {
        TableName table = lake.create("a", Map.of());
        lake.write(table, 1, "a");
        assertThat(tags.place(table, "bank-dws")).isEmpty();
        tags.setPlace(table, "bank-dws", 7);
        assertThat(tags.place(table, "bank-dws")).hasValue(7);
        assertThat(tags.canRead(table, 2)).isTrue();
        assertThat(tags.canRead(table, 0)).isFalse();
    }

    @Test
    void aTagThatIsTakenAwayGoesWithTheFilesThatOnlyItKept() throws Exception {
        TableName table = lake.create("a", Map.of());
        lake.write(table, 1, "a");
        tags.take("elt-1", List.of(table));
        lake.write(table, 1, "b");
        tags.take("elt-2", List.of(table));

        tags.delete(table, List.of("elt-1", "elt-that-never-was"));
        tags.delete(new TableName("lake", "l", "missing"), List.of("elt-1"));

        assertThat(tags.snapshot(table, "elt-1")).isEmpty();
        assertThat(tags.snapshot(table, "elt-2")).isPresent();
        assertThat(lake.rows(table)).isEqualTo(Map.of(1, "b"));
    }
}
