package io.elt.docs;

import io.elt.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases that docs/testing.md shows are of the bank, and pass. */
class TestingPageIT {
    @TempDir
    private Path folder;

    @Test
    void theCasesThatAreShownPass() throws Exception {
        for (String part : List.of("elt.yaml", "sql", "catalogs", "macros")) {
            copy(Markdown.ROOT.resolve(part), folder.resolve(part));
        }
        List<Markdown.Block> cases = Markdown.read("docs/testing.md").blocks().stream()
                .filter(block -> block.is("yaml cases"))
                .toList();
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(
                folder.resolve("tests/page.yaml"),
                cases.stream().map(Markdown.Block::content).collect(Collectors.joining("\n")));

        Called called = Called.elt("test", "-C", folder.toString());

        assertThat(cases).hasSizeGreaterThanOrEqualTo(4);
        assertThat(called.err()).doesNotContain("ELT").contains(cases.size() + " passed");
        assertThat(called.exitCode()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
