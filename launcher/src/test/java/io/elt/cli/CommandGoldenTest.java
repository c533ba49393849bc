package io.elt.cli;

import io.elt.golden.GoldenCase;
import io.elt.golden.GoldenProjects;
import io.elt.project.SensitiveName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole commands on small projects: what they print, what they say, how they end. */
class CommandGoldenTest {
    private static final String OUT = "stdout.txt";
    private static final String ERR = "stderr.txt";
    private static final String EXIT = "exit.txt";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("command", Set.of(OUT, ERR, EXIT), this::run);
    }

    @Test
    void everySharedProjectIsUsed() {
        assertThat(GoldenProjects.unused("command")).isEmpty();
    }

    private Map<String, String> run(GoldenCase golden) {
        List<String> arguments = new ArrayList<>(golden.arguments());
        Path copy = folder.resolve(golden.name());
        Optional<Path> project = GoldenProjects.copy(golden, copy);
        project.ifPresent(path -> arguments.addAll(List.of("-C", path.toString())));
        Called called = Called.with(golden.environment(), arguments.toArray(String[]::new));
        golden.environment().forEach((name, value) -> {
            if (SensitiveName.matches(name)) {
                assertThat(called.out() + called.err()).as("what is printed").doesNotContain(value);
            }
        });
        return Map.of(
                OUT, called.out().replace(copy.toString(), "<project>"),
                ERR, called.err().replace(copy.toString(), "<project>"),
                EXIT, called.exitCode() + "\n");
    }
}
