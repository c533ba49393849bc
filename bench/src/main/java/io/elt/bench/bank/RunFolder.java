package io.elt.bench.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A project of its own for each run, with a stack that holds the bank and has seen nothing else. */
public final class RunFolder {
    private static final List<String> PROJECT = List.of("elt.yaml", "sql", "catalogs", "macros");

    private RunFolder() {}

    /** Makes the folder anew. */
    public static Path make(Path folder, Path project, LoadedBank bank) throws IOException {
        project(folder, project);
        copy(bank.kafka(), folder.resolve(".elt/kafka"));
        return folder;
    }

    /** Makes the folder anew, without a stack. */
    public static Path project(Path folder, Path project) throws IOException {
        delete(folder);
        for (String part : PROJECT) {
            if (Files.exists(project.resolve(part))) {
                copy(project.resolve(part), folder.resolve(part));
            }
        }
        return folder;
    }

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
