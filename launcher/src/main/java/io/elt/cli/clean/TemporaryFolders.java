package io.elt.cli.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders {@code .elt/tmp/<process>}: a query has no lock, but it has one of these. */
final class TemporaryFolders {
    private TemporaryFolders() {}

    static Optional<Long> livingProcess(Path eltFolder) throws IOException {
        Path all = eltFolder.resolve("tmp");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .filter(TemporaryFolders::isAnotherElt)
                    .findFirst();
        }
    }

    /** The number of one that was killed may belong to something else by now. */
    private static boolean isAnotherElt(long process) {
        return process != ProcessHandle.current().pid()
                && ProcessHandle.of(process)
                        .flatMap(handle -> handle.info().command())
                        .filter(command -> command.endsWith("java"))
                        .isPresent();
    }
}
