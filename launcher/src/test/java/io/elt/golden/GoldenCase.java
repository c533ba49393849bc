package io.elt.golden;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** One folder: {@code project/}, perhaps {@code arguments.txt}, and {@code expected.txt}. Any other file is a mistake. */
public record GoldenCase(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final Set<String> FILES = Set.of("project", "arguments.txt", "expected.txt");

    public static Stream<DynamicTest> tests(String stage, Function<GoldenCase, String> run) {
        List<Path> folders = list(ROOT.resolve(stage));
        assertThat(folders).as("cases of " + stage).isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), () -> new GoldenCase(folder).check(run)));
    }

    public Path project() {
        return folder.resolve("project");
    }

    /** One argument per line; none if the file is absent. */
    public List<String> arguments() {
        Path file = folder.resolve("arguments.txt");
        return Files.exists(file) ? read(file).lines().toList() : List.of();
    }

    private void check(Function<GoldenCase, String> run) throws IOException {
        assertThat(list(folder)).as("files of the case").allSatisfy(file -> assertThat(FILES)
                .contains(file.getFileName().toString()));
        String actual = run.apply(this);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? read(expected) : "(no expected.txt)");
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
