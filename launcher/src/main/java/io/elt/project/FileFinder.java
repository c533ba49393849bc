package io.elt.project;

import io.elt.diagnostic.Problems;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the files of a project and everything that is wrong with them. */
final class FileFinder {

    private static final Set<String> SQL = Set.of("sql");
    private static final Set<String> MACROS = Set.of("sql", "jinja");
    private static final String SERVING = "sql/serving/";

    private final Path root;
    private final Problems problems;

    private FileFinder(Path root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static ProjectFiles find(Path root, Problems problems) {
        FileFinder finder = new FileFinder(root, problems);
        List<SourceFile> sql = finder.under("sql", SQL);
        List<SourceFile> serving = sql.stream().filter(FileFinder::isServing).toList();
        List<SourceFile> tables = sql.stream().filter(file -> !isServing(file)).toList();
        List<SourceFile> catalogs = finder.under("catalogs", SQL);
        finder.rejectDuplicates(tables);
        finder.rejectDuplicates(serving);
        finder.rejectDuplicates(catalogs);
        return new ProjectFiles(tables, catalogs, serving, finder.under("macros", MACROS));
    }

    private static boolean isServing(SourceFile file) {
        return file.path().startsWith(SERVING);
    }

    private List<SourceFile> under(String folder, Set<String> extensions) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            if (Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(
                        Files.isSymbolicLink(start) ? FileErrors.brokenLink(folder) : FileErrors.notAFolder(folder));
            }
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(extensions, paths));
        } catch (IOException e) {
            problems.add(FileErrors.unreadable(folder, e));
        }
        return paths.stream()
                .sorted()
                .map(path -> problems.attempt(() -> read(path)))
                .flatMap(Optional::stream)
                .toList();
    }

    private SourceFile read(String path) {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        String name = fileName.substring(0, fileName.lastIndexOf('.'));
        if (!isName(name)) {
            throw FileErrors.badName(path).toException();
        }
        return new SourceFile(path, name, TextFile.read(root, path));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().allMatch(point -> Character.isLetterOrDigit(point) || "_-.".indexOf(point) >= 0);
    }

    private void rejectDuplicates(List<SourceFile> files) {
        Map<String, SourceFile> seen = new HashMap<>();
        files.stream().sorted(Comparator.comparing(SourceFile::path)).forEach(file -> {
            SourceFile first = seen.putIfAbsent(file.name().toLowerCase(Locale.ROOT), file);
            if (first != null) {
                problems.add(FileErrors.duplicateName(first, file));
            }
        });
    }

    private String relative(Path path) {
        // A backslash is a letter like others where it does not separate folders.
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Set<String> extensions;
        private final List<String> found;

        Visitor(Set<String> extensions, List<String> found) {
            this.extensions = extensions;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.toRealPath().startsWith(root)) {
                problems.add(FileErrors.outside(relative(folder)));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            if (name.startsWith(".") || dot < 0) {
                return FileVisitResult.CONTINUE;
            }
            if (!extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                problems.add(FileErrors.brokenLink(relative(file)));
                return FileVisitResult.CONTINUE;
            }
            if (!file.toRealPath().startsWith(root)) {
                problems.add(FileErrors.outside(relative(file)));
                return FileVisitResult.CONTINUE;
            }
            found.add(relative(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            problems.add(
                    cause instanceof FileSystemLoopException
                            ? FileErrors.linkLoop(relative(file))
                            : FileErrors.unreadable(relative(file), cause));
            return FileVisitResult.CONTINUE;
        }
    }
}
