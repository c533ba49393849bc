package io.elt.golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the cases themselves must not get wrong, for a case that checks nothing is green. */
class GoldenCaseTest {
    private static final Set<String> INPUTS = Set.of("project", "project.txt", "arguments.txt", "environment.txt");

    @TempDir
    private Path folder;

    @Test
    void passesWhenEachTextIsAsExpectedAndAnEmptyOneHasNoFile() {
        write("out.txt", "1\n").write("arguments.txt", "a b\nc\n").write("environment.txt", "X=y=z\nZ=\n");

        check("1\n", "");

        GoldenCase golden = new GoldenCase(folder);
        assertThat(golden.arguments()).isEqualTo(List.of("a b", "c"));
        assertThat(golden.environment()).isEqualTo(Map.of("X", "y=z", "Z", ""));
    }

    @Test
    void failsWhenATextDiffers() {
        write("out.txt", "1\n");

        assertThatThrownBy(() -> check("2\n", "")).hasMessageContaining("out.txt");
        assertThatThrownBy(() -> check("1\n", "oh\n")).hasMessageContaining("err.txt");
    }

    @Test
    void failsWhenAFileIsNotUsed() {
        write("out.txt", "1\n").write("expected.txt", "an older form");

        assertThatThrownBy(() -> check("1\n", "")).hasMessageContaining("expected.txt");
    }

    @Test
    void failsWhenAnEmptyFileSaysNothing() {
        write("out.txt", "1\n").write("err.txt", "");

        assertThatThrownBy(() -> check("1\n", "")).hasMessageContaining("an empty err.txt");
    }

    @Test
    void failsWhenItHasTwoProjects() throws Exception {
        write("out.txt", "1\n").write("project.txt", "three-files");
        Files.createDirectory(folder.resolve("project"));

        assertThatThrownBy(() -> check("1\n", "")).hasMessageContaining("project.txt");
    }

    @Test
    void copiesTheProjectOfTheRepository() {
        write("project.txt", "bank");

        Path copy = GoldenProjects.copy(new GoldenCase(folder), folder.resolve("copy"))
                .orElseThrow();

        assertThat(copy.resolve("elt.yaml")).exists();
        assertThat(copy.resolve("sql/serving")).isDirectory();
        assertThat(copy.resolve("launcher")).doesNotExist();
    }

    @Test
    void aCaseMayHaveNoProjectButNotNameOneThatIsNotThere() {
        assertThat(GoldenProjects.copy(new GoldenCase(folder), folder.resolve("copy")))
                .isEmpty();

        write("project.txt", "no-such");
        assertThatThrownBy(() -> GoldenProjects.copy(new GoldenCase(folder), folder.resolve("copy")))
                .hasMessageContaining("no-such");
    }

    private void check(String out, String err) {
        new GoldenCase(folder)
                .check(INPUTS, Set.of("out.txt", "err.txt"), golden -> Map.of("out.txt", out, "err.txt", err));
    }

    private GoldenCaseTest write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
