package io.elt.submit;

import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a job goes on: told by the folder alone, as Flink leaves it. */
class SavedStateTest {
    @TempDir
    private Path folder;

    private SavedState state;

    @BeforeEach
    void makeState() {
        state = new SavedState("file://" + folder.resolve("my jobs/ods_account"));
    }

    private Path checkpoints() {
        return folder.resolve("my jobs/ods_account/checkpoints");
    }

    private Path savepoints() {
        return folder.resolve("my jobs/ods_account/savepoints");
    }

    private static Path saved(Path parent, String name, int second) throws IOException {
        Path saved = Files.createDirectories(parent.resolve(name));
        Path metadata = Files.writeString(saved.resolve("_metadata"), "state");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(second * 1000L));
        return saved;
    }

    @Test
    void aJobThatNeverRanHasNone() throws IOException {
        assertThat(state.latest()).isEmpty();

        Files.createDirectories(checkpoints().resolve("0a1b/shared"));
        assertThat(state.latest()).isEmpty();
    }

    @Test
    void theNewestCountsWhateverItsKindAndItsNumber() throws IOException {
        Path run = checkpoints().resolve("0a1b2c");
        saved(run, "chk-9", 10);
        Path tenth = saved(run, "chk-10", 11);
        assertThat(state.latest()).contains("file:" + tenth);

        Path savepoint = saved(savepoints(), "savepoint-0a1b2c-77", 12);
        assertThat(state.latest()).contains("file:" + savepoint);

        Path nextRun = saved(checkpoints().resolve("ffff00"), "chk-1", 13);
        assertThat(state.latest()).contains("file:" + nextRun);
    }

    /** An object store tells no more than the second. */
    @Test
    void ofTheSameSecondTheOneThatFlinkNumberedLaterCounts() throws IOException {
        Path run = checkpoints().resolve("0a1b2c");
        for (int number = 7; number <= 9; number++) {
            Path saved = saved(number == 8 ? savepoints() : run, "saved-" + number, 10);
            write(saved.resolve("_metadata"), number);
        }
        Path newest = run.resolve("saved-9");
        Path savepoint = savepoints().resolve("saved-8");
        assertThat(state.latest()).contains("file:" + newest);

        state.goBackTo("file:" + savepoint);

        assertThat(newest).doesNotExist();
        assertThat(state.latest()).contains("file:" + savepoint);
        assertThat(run.resolve("saved-7")).exists();
    }

    private static void write(Path metadata, long number) throws IOException {
        FileTime time = Files.getLastModifiedTime(metadata);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(number, List.of(), List.of()), out);
        }
        Files.setLastModifiedTime(metadata, time);
    }

    @Test
    void oneThatIsNotCompleteIsIgnored() throws IOException {
        Path complete = saved(checkpoints().resolve("0a1b2c"), "chk-3", 10);
        Path half = Files.createDirectories(checkpoints().resolve("0a1b2c/chk-4"));
        Files.writeString(half.resolve("5f0e"), "operator state");
        Files.writeString(half.resolve("._metadata.inprogress"), "half");

        assertThat(state.latest()).contains("file:" + complete);
    }

    @Test
    void whatIsPutAsideIsNotFoundAndNotLost() throws IOException {
        saved(savepoints(), "savepoint-1", 10);

        state.putAside();

        assertThat(state.latest()).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("my jobs"))) {
            List<Path> aside = left.toList();
            assertThat(aside).hasSize(1);
            assertThat(aside.get(0).getFileName().toString()).startsWith("ods_account.before-");
            assertThat(aside.get(0).resolve("savepoints/savepoint-1/_metadata")).exists();
        }
    }

    @Test
    void nothingToPutAsideIsNoError() {
        state.putAside();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyTheNewestSavepointsAreKeptAndNoCheckpointIsTouched() throws IOException {
        Path checkpoint = saved(checkpoints().resolve("0a1b2c"), "chk-1", 1);
        Path old = saved(savepoints(), "savepoint-1", 2);
        Path newer = saved(savepoints(), "savepoint-2", 3);
        Path newest = saved(savepoints(), "savepoint-3", 4);

        state.keepSavepoints(2, List.of());

        assertThat(old).doesNotExist();
        assertThat(List.of(checkpoint, newer, newest))
                .allSatisfy(kept -> assertThat(kept).exists());
    }

    @Test
    void anOldSavepointThatIsStillNeededIsKeptAndOneThatLiesElsewhereIsNotTouched() throws IOException {
        Path needed = saved(savepoints(), "savepoint-1", 1);
        Path old = saved(savepoints(), "savepoint-2", 2);
        Path newest = saved(savepoints(), "savepoint-3", 3);
        Path elsewhere = saved(folder.resolve("of-somebody-else"), "savepoint-0", 0);

        state.keepSavepoints(1, List.of("file:" + needed + "/"));

        assertThat(old).doesNotExist();
        assertThat(List.of(needed, newest, elsewhere))
                .allSatisfy(kept -> assertThat(kept).exists());
    }

    @Test
    void whatWasPutAsideLongAgoGoesAndNothingElse() throws IOException {
        Path longAgo = Files.createDirectories(folder.resolve("my jobs/ods_account.before-1700000000000/savepoints"));
        Path lately = Files.createDirectories(folder.resolve("my jobs/ods_account.before-1800000000000"));
        Path ofAnother = Files.createDirectories(folder.resolve("my jobs/ods_account_2.before-1700000000000"));
        Path byHand = Files.createDirectories(folder.resolve("my jobs/ods_account.before-the-great-change"));

        state.deletePutAside(Instant.ofEpochMilli(1750000000000L));

        assertThat(longAgo.getParent()).doesNotExist();
        assertThat(List.of(lately, ofAnother, byHand))
                .allSatisfy(kept -> assertThat(kept).exists());
    }

    @Test
    void whatWasSavedAfterASavepointGoesWhenTheJobGoesBackToIt() throws IOException {
        Path before = saved(checkpoints().resolve("0a1b2c"), "chk-1", 1);
        Path back = saved(savepoints(), "savepoint-1", 2);
        saved(checkpoints().resolve("d4e5f6"), "chk-2", 3);
        saved(savepoints(), "savepoint-2", 4);

        state.goBackTo("file://" + back);

        assertThat(state.latest()).contains("file:" + back);
        assertThat(before).exists();
        assertThat(savepoints()).isDirectoryContaining(path -> path.equals(back));
        state.goBackTo("file://" + back);
        assertThat(state.latest()).as("once more changes nothing").contains("file:" + back);
        assertThat(SavedState.isWhole("file://" + back)).isTrue();
        assertThat(SavedState.isWhole("file://" + savepoints().resolve("savepoint-2")))
                .isFalse();
    }

    @Test
    void flinkMayDeleteCheckpointsOfItsOwnAndNothingElse() {
        assertThat(state.isDisposable(state.checkpoints() + "/0a1b/chk-3")).isTrue();
        assertThat(state.isDisposable(state.savepoints() + "/savepoint-1")).isFalse();
        assertThat(state.isDisposable("s3://elsewhere/savepoint-1")).isFalse();
    }
}
