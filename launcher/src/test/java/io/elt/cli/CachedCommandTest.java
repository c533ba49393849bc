package io.elt.cli;

import io.elt.golden.GoldenCase;
import io.elt.golden.GoldenProjects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A command says the same whether it remembers nothing, everything, or is told to plan anew. */
class CachedCommandTest {
    private static final Path CASES = Path.of("src/test/resources/golden/command");
    private static final Set<String> PLANNING = Set.of("check", "ls", "plan", "lineage");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<GoldenCase> cases = folders.sorted()
                    .map(GoldenCase::new)
                    .filter(golden -> !golden.arguments().isEmpty()
                            && PLANNING.contains(golden.arguments().get(0)))
                    .toList();
            assertThat(cases).hasSizeGreaterThan(15);
            return cases.stream().map(golden -> DynamicTest.dynamicTest(golden.name(), () -> compare(golden)));
        }
    }

    private void compare(GoldenCase golden) {
        List<String> arguments = new ArrayList<>(golden.arguments());
        Optional<Path> project = GoldenProjects.copy(golden, folder.resolve(golden.name()));
        project.ifPresent(path -> arguments.addAll(List.of("-C", path.toString())));

        Called cold = call(golden, arguments);
        Called warm = call(golden, arguments);
        arguments.add("--no-cache");
        Called uncached = call(golden, arguments);

        assertThat(warm).isEqualTo(cold);
        assertThat(uncached).isEqualTo(cold);
    }

    private static Called call(GoldenCase golden, List<String> arguments) {
        return Called.with(golden.environment(), arguments.toArray(String[]::new));
    }
}
