package io.elt.project;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.SourceLines;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lines of the files of a project, read when a problem is shown. */
public final class FolderLines implements SourceLines {

    private final Path root;
    private final Map<String, List<String>> files = new ConcurrentHashMap<>();

    public FolderLines(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Optional<String> line(String file, int line) {
        List<String> lines = files.computeIfAbsent(file, this::read);
        return line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
    }

    private List<String> read(String file) {
        try {
            Path path = root.resolve(file).normalize();
            if (!path.startsWith(root) || !Files.isRegularFile(path)) {
                return List.of();
            }
            return TextFile.read(root, file).lines().toList();
        } catch (EltException | InvalidPathException e) {
            // The line is only decoration; that the file is no text is reported by whoever needs it.
            return List.of();
        }
    }
}
