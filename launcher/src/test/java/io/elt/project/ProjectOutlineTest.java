package io.elt.project;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectOutlineTest {
    @TempDir
    private Path folder;

    @Test
    void namesTargetsVariablesAndFilesOfAllTargets() throws IOException {
        Files.writeString(
                folder.resolve("elt.yaml"),
                """
                name: bank
                vars: {zone: UTC}
                sources: {order: {connector: kafka}}
                targets:
                  default: prod
                  prod: {run-on: yarn, vars: {warehouse: x}}
                  local: {run-on: embedded}
                """);
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT 1");

        ProjectOutline outline = ProjectOutline.of(folder);

        assertThat(outline.targets()).containsExactly("local", "prod");
        assertThat(outline.variables()).containsExactly("warehouse", "zone");
        assertThat(outline.sources()).containsExactly("order");
        assertThat(outline.files().tables()).extracting(SourceFile::name).containsExactly("ods_a");
    }

    @Test
    void tellsWhatItCanOfABrokenProject() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: 2nd\nnonsense: true\ntargets: {local: {run-on: moon}}");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT {{");
        Files.write(folder.resolve("sql/ods_b.sql"), new byte[] {(byte) 0xff});

        ProjectOutline outline = ProjectOutline.of(folder);

        assertThat(outline.targets()).containsExactly("local");
        assertThat(outline.files().tables()).extracting(SourceFile::name).containsExactly("ods_a");
    }

    @Test
    void tellsTheFilesWhereTheProjectIsNoYaml() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "a: [");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT 1");

        assertThat(ProjectOutline.of(folder).files().tables()).hasSize(1);
    }

    @Test
    void isEmptyWhereThereIsNoProject() {
        assertThat(ProjectOutline.of(folder).files().tables()).isEmpty();
        assertThat(ProjectOutline.of(folder.resolve("missing")).targets()).isEmpty();
    }
}
