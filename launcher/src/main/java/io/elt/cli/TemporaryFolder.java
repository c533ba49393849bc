package io.elt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's temporary folder, inside the project's {@code .elt}, one per process: native libraries of 60 MB are unpacked
 * there, and a process that is killed leaves them behind. The next one clears up after those that are dead.
 */
final class TemporaryFolder {
    private static final String PROPERTY = "java.io.tmpdir";

    private TemporaryFolder() {}

    /** To be called before anything makes a temporary file: the JVM looks at the property once. */
    static void choose(Path project) {
        Path all = project.resolve(".elt/tmp");
        Path own = all.resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            if (!Files.exists(project.resolve("elt.yaml"))) {
                return;
            }
            Files.createDirectories(own);
            deleteThoseOfDead(all);
            System.setProperty(PROPERTY, own.toAbsolutePath().toString());
        } catch (IOException e) {
            // The command itself will say that the folder cannot be written, with what to do about it.
            System.getLogger(TemporaryFolder.class.getName()).log(System.Logger.Level.DEBUG, "no folder of our own", e);
        }
    }

    static void deleteThoseOfDead(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(all)) {
            folders = children.filter(TemporaryFolder::isOfDead).toList();
        }
        for (Path folder : folders) {
            delete(folder);
        }
    }

    private static boolean isOfDead(Path folder) {
        String name = folder.getFileName().toString();
        return name.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
