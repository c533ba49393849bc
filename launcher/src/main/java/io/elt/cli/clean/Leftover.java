package io.elt.cli.clean;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file or a folder that elt has made, as large as it is. A link in it counts as a link, not as what it leads to.
 *
 * @param files how many files and links it holds
 * @param bytes what they take
 */
public record Leftover(Path path, long files, long bytes) {

    static Leftover measure(Path path) throws IOException {
        Measure measure = new Measure();
        Files.walkFileTree(path, measure);
        return new Leftover(path, measure.files, measure.bytes);
    }

    void delete() throws IOException {
        Files.walkFileTree(path, new Deletion());
    }

    private static final class Measure extends SimpleFileVisitor<Path> {
        private long files;
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException error) throws IOException {
            if (error != null) {
                throw error;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
