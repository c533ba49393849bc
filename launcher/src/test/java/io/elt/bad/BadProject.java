package io.elt.bad;

import io.elt.cli.Called;
import io.elt.golden.GoldenCase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** A folder that {@code elt check} is let loose on. */
record BadProject(Path folder) {
    /** What it takes is a tenth of that at most; a machine may be busy with other things. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Map<String, String> ENVIRONMENT = Map.of("CORE_DB_PASSWORD", "correct-horse");

    /** Words that are for programmers; the lines of the project itself may say what they like. */
    private static final Pattern JAVA = Pattern.compile(
            "ELT9001|\\bat [\\w.$]+\\(|\\w+(Exception|Error)\\b|\\b(java\\.(lang|util)|org\\.apache|io\\.elt|com\\.hubspot)\\.\\w");

    private static final Pattern EXCERPT = Pattern.compile("\\s+\\d* \\| .*");

    /** A project with a valid elt.yaml. */
    static BadProject in(Path folder) {
        return new BadProject(folder).with("elt.yaml", "name: bank\n");
    }

    BadProject with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    BadProject with(String file, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    BadProject withLink(String file, String target) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.createSymbolicLink(folder.resolve(file), Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What a check says, without warnings: those are not about what is broken. */
    String check() {
        Called called =
                assertTimeoutPreemptively(DEADLINE, () -> Called.with(ENVIRONMENT, "check", "-C", folder.toString()));
        assertThat(called.out()).isEmpty();
        String told = errors(called.err()).replace(folder.toAbsolutePath().toString(), "{project}");
        assertThat(told.lines().filter(line -> !EXCERPT.matcher(line).matches()))
                .noneMatch(line -> JAVA.matcher(line).find());
        assertThat(told).doesNotContain("correct-horse");
        assertThat(called.exitCode()).isEqualTo(told.isEmpty() ? 0 : 1);
        return told;
    }

    /** What a check says of a case in a folder of its own. */
    static String check(GoldenCase golden) {
        String told = new BadProject(golden.project()).check();
        return told.isEmpty() ? "no problems\n" : told;
    }

    private static String errors(String told) {
        return Arrays.stream(told.split("\n\n"))
                .filter(block -> block.lines().findFirst().orElse("").contains("error[ELT"))
                .map(block -> block.endsWith("\n") ? block : block + "\n")
                .collect(Collectors.joining("\n"));
    }
}
