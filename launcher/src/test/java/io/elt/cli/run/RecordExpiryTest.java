package io.elt.cli.run;

import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.Deployments;
import io.elt.deployment.Remains;
import io.elt.deployment.Retention;
import io.elt.deployment.TestLake;
import io.elt.plan.TableName;
import io.elt.project.HistorySettings;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Entries in a real lake, tags of a real table and folders of savepoints, after a long time. */
class RecordExpiryTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private TestLake lake;
    private DeploymentRecord record;
    private TableName table;
    private RecordExpiry expiry;

    @BeforeEach
    void open() throws Exception {
        lake = new TestLake(folder.resolve("lake"));
        table = lake.create("deposit", Map.of());
        record = new DeploymentRecord(lake.properties);
        expiry = new RecordExpiry(
                record, new StateFolder("file://" + folder.resolve("state")), new Retention(2, Duration.ofDays(30)));
    }

    @AfterEach
    void close() {
        record.close();
        lake.close();
    }

    /** A job that was stopped with a savepoint, and all that this leaves. */
    private Deployment stopped(String job, int daysAgo) throws Exception {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        String name = "elt-" + job + daysAgo;
        lake.write(table, daysAgo, job);
        record.tags().take(name, List.of(table));
        Path savepoint = Files.createDirectories(folder.resolve("state/" + job + "/savepoints/savepoint-" + daysAgo));
        Path metadata = Files.createFile(savepoint.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.from(at));
        Deployment deployment = Deployments.with(
                job,
                at,
                new Remains(Optional.empty(), Optional.of("file://" + savepoint), Map.of(table, name), Map.of()));
        record.write("lake", deployment);
        return deployment;
    }

    private boolean isWhole(Deployment entry) {
        boolean tag =
                record.tags().snapshot(table, entry.remains().tags().get(table)).isPresent();
        assertThat(SavedState.isWhole(entry.remains().savepoint().orElseThrow()))
                .as("savepoint and tag of %s stay or go together", entry.id())
                .isEqualTo(tag);
        return tag;
    }

    @Test
    void savepointsTagsAndEntriesGoTogetherAndEachJobKeepsItsOwn() throws Exception {
        Deployment forgotten = stopped("a", 200);
        Deployment kept = stopped("a", 100);
        Deployment newest = stopped("a", 50);
        Deployment only = stopped("b", 300);
        Deployment closed = stopped("c", 3);
        Deployment young = stopped("c", 2);
        Deployment youngest = stopped("c", 1);

        expiry.expire("bank", "local", Set.of(), NOW);

        assertThat(record.of("bank", "local")).containsExactlyInAnyOrder(kept, newest, only, closed, young, youngest);
        assertThat(List.of(kept, newest, only, young, youngest)).allMatch(this::isWhole);
        assertThat(List.of(forgotten, closed)).noneMatch(this::isWhole);
    }

    @Test
    void onceMoreChangesNothingAndAnotherTargetIsNotTouched() throws Exception {
        Deployment kept = stopped("a", 100);
        expiry.expire("bank", "prod", Set.of(), NOW.plus(Duration.ofDays(9_999)));
        expiry.expire("bank", "local", Set.of(), NOW);
        long snapshots = snapshotsOfTheRecord();

        expiry.expire("bank", "local", Set.of(), NOW);

        assertThat(record.of("bank", "local")).containsExactly(kept);
        assertThat(isWhole(kept)).isTrue();
        assertThat(snapshotsOfTheRecord()).as("no commit without need").isEqualTo(snapshots);
    }

    private long snapshotsOfTheRecord() {
        TableName own = new TableName("lake", DeploymentRecord.DATABASE, DeploymentRecord.TABLE);
        return lake.table(own).snapshotManager().latestSnapshotId();
    }

    @Test
    void stateThatWasPutAsideLongAgoGoes() throws Exception {
        stopped("a", 1);
        Path aside = folder.resolve(
                "state/a.before-" + NOW.minus(Duration.ofDays(31)).toEpochMilli());
        Path lately = folder.resolve(
                "state/a.before-" + NOW.minus(Duration.ofDays(29)).toEpochMilli());
        for (Path each : List.of(aside, lately)) {
            Files.createDirectories(each.resolve("savepoints"));
        }

        expiry.expire("bank", "local", Set.of(), NOW);

        assertThat(aside).doesNotExist();
        assertThat(lately).exists();
    }

    /** A project without a lake, or a record that could not be written. */
    @Test
    void savepointsThatNoRecordKnowsAreBoundedToo() throws Exception {
        List<Path> savepoints = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            Path savepoint = Files.createDirectories(folder.resolve("state/a/savepoints/savepoint-" + day));
            Path metadata = Files.createFile(savepoint.resolve("_metadata"));
            Files.setLastModifiedTime(metadata, FileTime.from(NOW.minus(Duration.ofDays(day))));
            savepoints.add(savepoint);
        }
        try (DeploymentRecord none = new DeploymentRecord(Map.of())) {
            new RecordExpiry(none, new StateFolder("file://" + folder.resolve("state")), Retention.USUAL)
                    .expire("bank", "local", Set.of("a"), NOW);
            assertThat(savepoints).allSatisfy(savepoint -> assertThat(savepoint).exists());
        }

        expiry.expire("bank", "local", Set.of("a"), NOW);

        assertThat(savepoints.get(0)).exists();
        assertThat(savepoints.get(1)).exists();
        assertThat(savepoints.get(2)).doesNotExist();
    }

    @Test
    void withoutARecordThereIsNothingToDo() throws IOException {
        expiry.expire("bank", "local", Set.of(), NOW);

        assertThat(record.of("bank", "local")).isEmpty();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void aProjectSaysHowMuchIsKept() {
        assertThat(RecordExpiry.retention(HistorySettings.NONE)).isEqualTo(Retention.USUAL);
        assertThat(RecordExpiry.retention(new HistorySettings(Optional.of(3), Optional.empty())))
                .isEqualTo(new Retention(3, Duration.ofDays(90)));
    }
}
