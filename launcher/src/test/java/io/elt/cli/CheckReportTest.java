package io.elt.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether reports are printed where a program looks for them, and end as it expects. */
class CheckReportTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeProject() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test\n");
        Files.createDirectories(folder.resolve("sql"));
    }

    private Called check(String format, String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"check", "-o", format, "-C", folder.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Called.elt(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "github"})
    void goesToStandardOutputAlone(String format) throws IOException {
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT {{ nope }};\n");

        Called called = check(format);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).contains("ELT3002", "sql/ods_a.sql", "'nope' is not defined");
        assertThat(called.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "github"})
    void whatIsRightEndsWithZero(String format) throws IOException {
        Files.writeString(folder.resolve("sql/ods_a.sql"), "-- nothing yet\n");

        Called called = check(format);

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).doesNotContain("ELT");
        assertThat(called.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "github"})
    void aProjectThatCannotBeReadIsAReportToo(String format) throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test\nnmae: x\n");

        Called called = check(format);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).contains("ELT2102", "elt.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "github"})
    void wrongUsageIsTold(String format) throws IOException {
        Files.writeString(folder.resolve("sql/ods_a.sql"), "-- nothing yet\n");

        Called called = check(format, "nothing_like_this");

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("error[ELT1101]");
    }

    @ParameterizedTest
    @CsvSource({
        "json, '\"severity\":\"warning\"', '\"severity\":\"error\"'",
        "sarif, '\"level\" : \"warning\",', '\"level\" : \"error\",'",
        "github, ::warning file=, ::error file=",
    })
    void warningsAreErrorsOnlyIfAsked(String format, String warning, String error) throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test\nvars: {nobody_asks: 1}\n");
        Files.writeString(folder.resolve("sql/ods_a.sql"), "-- nothing yet\n");

        Called called = check(format);
        Called strict = check(format, "--strict");

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("ELT5117", warning).doesNotContain(error);
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.out()).contains("ELT5117", error).doesNotContain(warning);
    }

    @Test
    void sarifNamesTheFolderOfTheProject() throws IOException {
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT {{ nope }};\n");

        JsonNode run = new ObjectMapper().readTree(check("sarif").out()).at("/runs/0");

        assertThat(run.at("/originalUriBaseIds/%SRCROOT%/uri").asText())
                .isEqualTo(folder.toUri().toString());
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("sql/ods_a.sql");
    }
}
