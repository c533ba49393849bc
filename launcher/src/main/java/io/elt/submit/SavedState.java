package io.elt.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a job of the embedded cluster keeps its checkpoints and savepoints, and which of them is the newest. Nothing is
 * remembered beside them: after a kill -9 the folder itself tells where the job stood.
 */
public final class SavedState {
    /** Flink writes this file last, under another name first: where it is, the state is whole. */
    private static final String METADATA = "_metadata";

    private static final int DEEPEST = 4;

    private final Path folder;

    /**
     * @param folder the job's own folder
     */
    public SavedState(Path folder) {
        this.folder = folder;
    }

    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    public Path savepoints() {
        return folder.resolve("savepoints");
    }

    /** The newest complete checkpoint or savepoint. */
    public Optional<Path> latest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(
                folder, DEEPEST, (path, attributes) -> attributes.isRegularFile() && path.endsWith(METADATA))) {
            return files.max(Comparator.comparing(SavedState::written)).map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for saved state in " + folder, e);
        }
    }

    /** Puts the state aside, for a job that starts over: it is not found again, but it is not deleted. */
    public void putAside() {
        Path aside = folder.resolveSibling(folder.getFileName() + ".before-" + System.currentTimeMillis());
        try {
            if (Files.isDirectory(folder)) {
                Files.move(folder, aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + folder + " to " + aside, e);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
