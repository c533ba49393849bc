package io.elt.architecture;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** What is small is read; what says why it exists is understood. */
class SourceFilesTest {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> MODULES = List.of("udf", "runner", "local", "clusters", "launcher", "bench");

    private static List<SourceFile> main;
    private static List<SourceFile> all;

    record SourceFile(Path path, int lines) {
        static SourceFile read(Path path) {
            try (Stream<String> lines = Files.lines(path)) {
                return new SourceFile(CHECKOUT.relativize(path), (int) lines.count());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@code launcher/io/elt/project}, the same for the code and its tests. */
        Path packageInModule() {
            return path.getName(0).resolve(path.getParent().subpath(4, path.getNameCount() - 1));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        main = sources("src/main/java");
        all = Stream.concat(main.stream(), sources("src/test/java").stream()).toList();
    }

    private static List<SourceFile> sources(String folder) throws IOException {
        Stream<SourceFile> sources = Stream.empty();
        for (String module : MODULES) {
            Path java = CHECKOUT.resolve(module).resolve(folder);
            if (!Files.isDirectory(java)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(java)) {
                List<SourceFile> found = files.filter(file -> file.toString().endsWith(".java"))
                        .map(SourceFile::read)
                        .toList();
                sources = Stream.concat(sources, found.stream());
            }
        }
        return sources.toList();
    }

    @Test
    void noFileIsOver400Lines() {
        assertThat(all).filteredOn(file -> file.lines() > 400).isEmpty();
    }

    @Test
    void nineInTenAreUnder250LinesAndHalfAreUnder80() {
        List<Integer> lines = main.stream().map(SourceFile::lines).sorted().toList();

        assertThat(lines.get(lines.size() * 9 / 10)).as("nine in ten").isLessThan(250);
        assertThat(lines.get(lines.size() / 2)).as("median").isLessThan(80);
    }

    @Test
    void everyPackageSaysWhyItExists() {
        Set<Path> explained = all.stream()
                .filter(file -> file.path().endsWith("package-info.java"))
                .map(SourceFile::packageInModule)
                .collect(toSet());

        assertThat(all).extracting(SourceFile::packageInModule).isNotEmpty().allSatisfy(each -> assertThat(explained)
                .contains(each));
    }
}
