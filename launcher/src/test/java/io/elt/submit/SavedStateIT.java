package io.elt.submit;

import io.elt.hadoop.Hadoop;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** Saved state on HDFS, which tells by itself where a job stood. */
class SavedStateIT {
    private static final Hadoop HADOOP = Hadoop.shared();

    @Test
    void theNewestIsFoundAndCanBePutAside() throws IOException {
        SavedState state = new SavedState(HADOOP.fileSystem() + "/state/shop/prod/ods_number");
        assertThat(state.latest()).isEmpty();
        try (FileSystem files = FileSystem.newInstance(HADOOP.fileSystem(), HADOOP.configuration())) {
            write(files, new Path(state.savepoints(), "savepoint-1/_metadata"), 1_000);
            write(files, new Path(state.checkpoints(), "a/chk-2/_metadata"), 3_000);
            write(files, new Path(state.checkpoints(), "a/chk-3/part"), 4_000);
            write(files, new Path(state.checkpoints(), "b/chk-1/_metadata"), 2_000);
        }

        assertThat(state.latest()).hasValue(state.checkpoints() + "/a/chk-2");

        state.putAside();
        assertThat(state.latest()).isEmpty();
    }

    private static void write(FileSystem files, Path file, long time) throws IOException {
        files.create(file).close();
        files.setTimes(file, time, -1);
    }
}
