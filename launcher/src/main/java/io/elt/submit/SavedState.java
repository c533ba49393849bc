package io.elt.submit;

import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a job keeps its checkpoints and savepoints, and which of them is the newest. Nothing is remembered beside them:
 * after a kill -9 the folder itself tells where the job stood.
 */
public final class SavedState {
    /** Flink writes this file last, under another name first: where it is, the state is whole. */
    private static final String METADATA = "_metadata";

    private static final String ASIDE = ".before-";

    private final Path folder;

    /**
     * @param folder the job's own folder, as Flink knows it: {@code file:///...}, {@code hdfs:///...}, {@code s3://...}
     */
    public SavedState(String folder) {
        this.folder = new Path(folder);
    }

    public String checkpoints() {
        return checkpointFolder().toString();
    }

    public String savepoints() {
        return savepointFolder().toString();
    }

    /** Where a cluster with high availability keeps what another JobManager takes over from. */
    public String highAvailability() {
        return new Path(folder, "high-availability").toString();
    }

    /**
     * The file of a bundle that is handed over as one.
     *
     * @param fingerprint of the bundle
     */
    public String bundle(String fingerprint) {
        return new Path(folder, "bundles/" + fingerprint + ".json").toString();
    }

    /** Whether Flink may delete a state when the job no longer needs it: its own checkpoints, never what somebody may go back to. */
    boolean isDisposable(String path) {
        return path.startsWith(checkpoints());
    }

    /**
     * The newest complete checkpoint or savepoint.
     *
     * @throws UncheckedIOException if the file system does not answer
     */
    public Optional<String> latest() {
        try {
            return SaveOrder.newest(whole())
                    .map(metadata -> metadata.getPath().getParent().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for saved state in " + folder, e);
        }
    }

    /**
     * Deletes savepoints but for the newest ones; checkpoints Flink deletes itself.
     *
     * @param newest how many stay
     * @param besides these stay as well, wherever they are
     */
    public void keepSavepoints(int newest, Collection<String> besides) {
        Set<String> kept =
                besides.stream().map(path -> new Path(path).getName()).collect(Collectors.toSet());
        try {
            List<FileStatus> whole = new ArrayList<>();
            addWhole(children(savepointFolder()), whole);
            whole.sort(Comparator.comparing(FileStatus::getModificationTime).reversed());
            for (FileStatus old : whole.subList(Math.min(newest, whole.size()), whole.size())) {
                Path savepoint = old.getPath().getParent();
                if (!kept.contains(savepoint.getName())) {
                    delete(savepoint);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete old savepoints in " + folder, e);
        }
    }

    /** Deletes what was put aside before a time. */
    public void deletePutAside(Instant before) {
        String start = folder.getName() + ASIDE;
        try {
            for (Path aside : children(folder.getParent())) {
                String when =
                        aside.getName().startsWith(start) ? aside.getName().substring(start.length()) : "";
                if (when.matches("\\d{1,18}")
                        && Instant.ofEpochMilli(Long.parseLong(when)).isBefore(before)) {
                    delete(aside);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete old state beside " + folder, e);
        }
    }

    /**
     * Makes a savepoint the newest state that there is: what was saved later is deleted, for it belongs to tables that are
     * brought back.
     */
    public void goBackTo(String savepoint) {
        try {
            Path kept = new Path(savepoint);
            Path metadata = new Path(kept, METADATA);
            FileStatus then = metadata.getFileSystem().getFileStatus(metadata);
            for (FileStatus other : whole()) {
                Path path = other.getPath().getParent();
                if (!path.getName().equals(kept.getName()) && !SaveOrder.isOlder(other, then)) {
                    delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot go back to " + savepoint, e);
        }
    }

    /** Whether all of a savepoint is there. */
    public static boolean isWhole(String savepoint) {
        try {
            Path metadata = new Path(savepoint, METADATA);
            return metadata.getFileSystem().exists(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for " + savepoint, e);
        }
    }

    private static void delete(Path path) throws IOException {
        path.getFileSystem().delete(path, true);
    }

    /** Puts the state aside, for a job that starts over: it is not found again, but it is not deleted. */
    public void putAside() {
        Path aside = folder.suffix(ASIDE + System.currentTimeMillis());
        try {
            FileSystem files = folder.getFileSystem();
            if (files.exists(folder) && !files.rename(folder, aside)) {
                throw new IOException("it is there already, or the user may not");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + folder + " to " + aside, e);
        }
    }

    private Path checkpointFolder() {
        return new Path(folder, "checkpoints");
    }

    private Path savepointFolder() {
        return new Path(folder, "savepoints");
    }

    private List<FileStatus> whole() throws IOException {
        List<FileStatus> whole = new ArrayList<>();
        for (Path run : children(checkpointFolder())) {
            addWhole(children(run), whole);
        }
        addWhole(children(savepointFolder()), whole);
        return whole;
    }

    private static void addWhole(List<Path> saved, List<FileStatus> whole) throws IOException {
        for (Path path : saved) {
            Path metadata = new Path(path, METADATA);
            try {
                whole.add(metadata.getFileSystem().getFileStatus(metadata));
            } catch (FileNotFoundException e) {
                // Half a checkpoint, or what several of them share.
                continue;
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try {
            FileStatus[] children = folder.getFileSystem().listStatus(folder);
            return children == null
                    ? List.of()
                    : List.of(children).stream()
                            .filter(FileStatus::isDir)
                            .map(FileStatus::getPath)
                            .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
