package io.elt.submit;

import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which of two saved states is the newer one: by the time that the file system gives, and of the same time by the number that
 * Flink counts up from state to state. An object store's times are whole seconds, and a job that checkpoints each second is
 * stopped with a savepoint in the same one.
 */
final class SaveOrder {
    private SaveOrder() {}

    /**
     * @param metadata the files {@code _metadata} of the states
     */
    static Optional<FileStatus> newest(List<FileStatus> metadata) throws IOException {
        FileStatus newest = null;
        for (FileStatus each : metadata) {
            if (newest == null || isOlder(newest, each)) {
                newest = each;
            }
        }
        return Optional.ofNullable(newest);
    }

    static boolean isOlder(FileStatus one, FileStatus other) throws IOException {
        if (one.getModificationTime() != other.getModificationTime()) {
            return one.getModificationTime() < other.getModificationTime();
        }
        return number(one.getPath()) < number(other.getPath());
    }

    private static long number(Path metadata) throws IOException {
        try (FSDataInputStream bytes = metadata.getFileSystem().open(metadata);
                DataInputStream data = new DataInputStream(bytes)) {
            return Checkpoints.loadCheckpointMetadata(data, SaveOrder.class.getClassLoader(), metadata.toString())
                    .getCheckpointId();
        }
    }
}
