package io.elt.unittest;

import io.elt.diagnostic.Problems;
import io.elt.project.TextFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the cases of a project. */
public final class TestFiles {
    public static final String FOLDER = "tests";

    private TestFiles() {}

    /**
     * By path.
     *
     * @param zone of times without one
     * @throws io.elt.diagnostic.EltException with all that is wrong with all files
     */
    public static List<TestFile> read(Path root, ZoneId zone) {
        Problems problems = new Problems();
        CaseReader reader = new CaseReader(new Fixtures(root), zone, problems);
        List<TestFile> files = new ArrayList<>();
        for (String path : paths(root)) {
            problems.attempt(() -> TextFile.read(root, path))
                    .ifPresent(text -> files.add(new TestFile(path, text, reader.read(path, text))));
        }
        problems.throwIfErrors();
        return files;
    }

    private static List<String> paths(Path root) {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".yaml") || path.endsWith(".yml"))
                    .filter(path -> !path.startsWith(Fixtures.FOLDER + "/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
