package io.elt.golden;

import org.junit.jupiter.api.DynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One folder: a project, what is done with it, and what comes out. Any other file is a mistake.
 *
 * <p>The project is {@code project/}, or {@code project.txt} names one that several cases share, see {@link GoldenProjects}.
 * {@code arguments.txt} has one argument a line, {@code environment.txt} one {@code NAME=VALUE} a line.
 */
public record GoldenCase(Path folder) {
    static final Path ROOT = Path.of("src/test/resources/golden");

    private static final String PROJECT = "project";
    private static final String SHARED = "project.txt";
    private static final String ARGUMENTS = "arguments.txt";
    private static final String ENVIRONMENT = "environment.txt";
    private static final String EXPECTED = "expected.txt";

    /** Cases with a project of their own of which one text comes out, {@code expected.txt}. */
    public static Stream<DynamicTest> tests(String stage, Function<GoldenCase, String> run) {
        return tests(
                stage, Set.of(PROJECT, ARGUMENTS), Set.of(EXPECTED), golden -> Map.of(EXPECTED, run.apply(golden)));
    }

    /**
     * Cases of commands, of which several texts come out, each a file.
     *
     * @param outputs the names of the files; one that is empty is not there
     */
    public static Stream<DynamicTest> tests(
            String stage, Set<String> outputs, Function<GoldenCase, Map<String, String>> run) {
        return tests(stage, Set.of(PROJECT, SHARED, ARGUMENTS, ENVIRONMENT), outputs, run);
    }

    private static Stream<DynamicTest> tests(
            String stage, Set<String> inputs, Set<String> outputs, Function<GoldenCase, Map<String, String>> run) {
        List<Path> folders = GoldenFiles.list(ROOT.resolve(stage));
        assertThat(folders).as("cases of " + stage).isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), () -> new GoldenCase(folder).check(inputs, outputs, run)));
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** Where the project is, of a case that cannot do without one. */
    public Path project() {
        return folder.resolve(PROJECT);
    }

    /** The name of the shared project, if it is one. */
    String sharedProject() {
        return String.join("", lines(SHARED)).strip();
    }

    public List<String> arguments() {
        return lines(ARGUMENTS);
    }

    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : lines(ENVIRONMENT)) {
            assertThat(line).as("a line of " + ENVIRONMENT).contains("=");
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return environment;
    }

    private List<String> lines(String name) {
        return GoldenFiles.read(folder.resolve(name)).lines().toList();
    }

    void check(Set<String> inputs, Set<String> outputs, Function<GoldenCase, Map<String, String>> run) {
        Set<String> known = new TreeSet<>(inputs);
        known.addAll(outputs);
        List<String> there = GoldenFiles.list(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(known).as("files of a case").containsAll(there);
        assertThat(there.contains(PROJECT) && there.contains(SHARED))
                .as("a case with both " + PROJECT + "/ and " + SHARED)
                .isFalse();
        Map<String, String> actual = run.apply(this);
        assertThat(outputs).as("what comes out").containsAll(actual.keySet());
        if (Boolean.getBoolean("golden.update")) {
            actual.forEach((name, text) -> GoldenFiles.write(folder.resolve(name), text));
        }
        outputs.stream().sorted().forEach(name -> {
            Path expected = folder.resolve(name);
            assertThat(actual.getOrDefault(name, "")).as(name).isEqualTo(GoldenFiles.read(expected));
            assertThat(Files.exists(expected) && GoldenFiles.read(expected).isEmpty())
                    .as("an empty " + name)
                    .isFalse();
        });
    }
}
