package io.elt.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What a user is told who types something else than elt understands. */
class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void withoutACommandItTellsThemAndFails() {
        Called called = Called.elt();

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).startsWith("Usage: elt").contains("check", "ls", "query", "run", "demo", "render");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Called.elt("--version").out()).startsWith("elt ");
    }

    @ParameterizedTest
    @CsvSource({
        "chekc, did you mean 'check'?",
        "--debgu, did you mean '--debug'?",
        "frobnicate, '''elt --help'' tells what is possible'",
    })
    void suggestsTheNearestWord(String wrong, String hint) {
        Called called = Called.elt(wrong);

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).startsWith("error[ELT1001]: ").endsWith("  hint: " + hint + "\n");
    }

    @Test
    void suggestsTheNearestOptionOfTheCommand() {
        assertThat(Called.elt("check", "--exclud=x").err())
                .isEqualTo("error[ELT1001]: Unknown option: '--exclud=x'\n  hint: did you mean '--exclude'?\n");
    }

    @Test
    void tellsWhichValuesAnOptionTakes() {
        Called called = Called.elt("ls", "--output", "xml");

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).contains("'--output'", "[table, json, name, path]", "'xml'", "'elt ls --help'");
    }

    @Test
    void flagsComeFromTheEnvironmentToo() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "-- nothing");
        Files.writeString(folder.resolve("sql/ods_b.sql"), "-- nothing");
        Map<String, String> environment =
                Map.of("ELT_DIRECTORY", folder.toString(), "ELT_OUTPUT", "json", "ELT_SELECT", "ods_b");

        Called called = Called.with(environment, "ls");

        assertThat(called.out()).startsWith("[").contains("ods_b").doesNotContain("ods_a");
        assertThat(Called.with(environment, "ls", "-o", "table", "-s", "ods_a").out())
                .contains("ods_a")
                .doesNotContain("[");
    }

    @Test
    void aProblemPointsAtTheFolderThatTheEnvironmentNames() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test\nnmae: twice\n");

        assertThat(Called.with(Map.of("ELT_DIRECTORY", folder.toString()), "ls").err())
                .contains("elt.yaml:2:1", "  2 | nmae: twice");
    }

    @Test
    void aStackTraceOnlyWithDebug() {
        String[] wrong = {"ls", "-C", folder.resolve("missing").toString()};

        assertThat(Called.elt(wrong).err()).doesNotContain("\tat ");
        assertThat(Called.with(Map.of("ELT_DEBUG", "true"), wrong).err()).contains("\tat io.elt.");
        assertThat(Called.elt("ls", "--debug", "-C", wrong[2]).err()).contains("\tat io.elt.");
        assertThat(Called.elt("--debug", "ls", "-C", wrong[2]).err()).contains("\tat io.elt.");
    }

    @Test
    void aStackTraceKeepsSecretsToo() throws IOException {
        Files.writeString(
                folder.resolve("elt.yaml"), "name: test\nvars:\n  password: \"{{ env_var('CORE_DB_PASSWORD') }}\"\n");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT {{ var('password') }}, FROM x");

        Called called =
                Called.with(Map.of("CORE_DB_PASSWORD", "correct-horse"), "run", "--debug", "-C", folder.toString());

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("\tat ").doesNotContain("correct-horse");
    }

    @Test
    void renderWithoutFilesPrintsAll() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT {{ 1 + 1 }};\n");
        Files.writeString(folder.resolve("sql/ods_b.sql"), "SELECT 3;\n");

        assertThat(Called.elt("render", "-C", folder.toString()))
                .isEqualTo(new Called(0, "SELECT 2;\nSELECT 3;\n", ""));
        assertThat(Called.elt("render", "ods_c", "-C", folder.toString()).exitCode())
                .isEqualTo(2);
    }
}
