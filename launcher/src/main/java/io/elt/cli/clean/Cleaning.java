package io.elt.cli.clean;

import io.elt.cli.run.EltFolder;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.FileReason;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackInUseException;
import io.elt.project.Project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What elt has made in one project, to be looked at first and deleted then. */
public final class Cleaning {
    private static final Set<String> LOCK = Set.of("lock");

    private final Path folder;
    private final What what;

    private Cleaning(Path folder, What what) {
        this.folder = folder;
        this.what = what;
    }

    /**
     * @param project the project's folder; elt.yaml itself is not read, for it may be what is broken
     * @throws io.elt.diagnostic.EltException if there is no project, or its {@code .elt} lies elsewhere
     */
    public static Cleaning of(Path project, What what) {
        if (!Files.exists(project.resolve(Project.FILE))) {
            throw Diagnostic.error(ErrorCode.PROJECT_NOT_FOUND, "there is no elt.yaml in " + project.toAbsolutePath())
                    .withHint("go to the project's folder, or name it with -C")
                    .toException();
        }
        Path folder = EltFolder.of(project).path();
        if (Files.isSymbolicLink(folder)) {
            throw Diagnostic.error(
                            ErrorCode.NOT_DELETED,
                            folder + " is a symbolic link: what it leads to is not deleted from here")
                    .withHint("delete it where it is")
                    .toException();
        }
        return new Cleaning(folder, what);
    }

    /** What is there to be deleted. */
    public List<Leftover> leftovers() {
        List<Leftover> found = new ArrayList<>();
        Path current = folder;
        try {
            for (String name : what.names()) {
                current = folder.resolve(name);
                if (Files.exists(current, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(Leftover.measure(current));
                }
            }
            return found;
        } catch (IOException e) {
            throw notDeleted(current, e);
        }
    }

    /**
     * Deletes it, and the folder when nothing else is in it.
     *
     * @throws io.elt.diagnostic.EltException if another elt works here, or something cannot be deleted
     */
    public void delete(List<Leftover> leftovers) {
        try {
            Optional<Long> query = TemporaryFolders.livingProcess(folder);
            if (query.isPresent()) {
                throw inUse(query.get());
            }
            EmbeddedStack.whileStopped(folder, () -> leftovers.forEach(Cleaning::delete));
            deleteIfDone();
        } catch (StackInUseException e) {
            throw inUse(e.owner().process());
        } catch (IOException e) {
            throw notDeleted(folder, e);
        }
    }

    private static void delete(Leftover leftover) {
        try {
            leftover.delete();
        } catch (IOException e) {
            throw notDeleted(leftover.path(), e);
        }
    }

    private void deleteIfDone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.toList();
            if (left.stream().allMatch(file -> LOCK.contains(file.getFileName().toString()))) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            }
        }
    }

    private static RuntimeException inUse(long process) {
        return Diagnostic.error(
                        ErrorCode.ALREADY_RUNNING,
                        "another elt (process " + process + ") works with what would be deleted")
                .withHint("stop it first (Ctrl-C there), or let it end")
                .toException();
    }

    private static RuntimeException notDeleted(Path path, IOException error) {
        return Diagnostic.error(ErrorCode.NOT_DELETED, path + " cannot be deleted: " + FileReason.of(error))
                .withHint("the rest may be gone; make it writable for the user that runs elt, and try again")
                .toException(error);
    }
}
