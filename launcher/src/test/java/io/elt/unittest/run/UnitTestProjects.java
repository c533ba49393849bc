package io.elt.unittest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Projects with cases, to be copied and changed. */
public final class UnitTestProjects {
    private static final Path ALL = Path.of("src/test/resources/unittest");

    private UnitTestProjects() {}

    /** Copies a project into a folder; returns where it is then. */
    public static Path copy(String name, Path folder) {
        Path from = ALL.resolve(name);
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
