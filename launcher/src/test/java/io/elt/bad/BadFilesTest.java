package io.elt.bad;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What file systems, editors and archives make of a project. */
class BadFilesTest {
    private static final String SQL = "-- Stra\u00dfe\n";

    @TempDir
    private Path folder;

    private BadProject project() {
        return BadProject.in(folder).with("sql/ods_fine.sql", "-- nothing\n");
    }

    private String encoded(Charset charset) {
        return project().with("sql/ods_a.sql", SQL.getBytes(charset)).check();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void otherEncodings() {
        assertThat(encoded(StandardCharsets.UTF_8)).isEmpty();
        assertThat(encoded(StandardCharsets.ISO_8859_1))
                .startsWith("sql/ods_a.sql:1:8: error[ELT2202]: the file is not UTF-8 text")
                .contains("hint: save it as UTF-8");
        assertThat(encoded(StandardCharsets.UTF_16)).startsWith("sql/ods_a.sql:1:1: error[ELT2202]");
        assertThat(encoded(StandardCharsets.UTF_16LE)).startsWith("sql/ods_a.sql:1:15: error[ELT2202]");
        assertThat(encoded(Charset.forName("UTF-32"))).contains("sql/ods_a.sql:1:", "error[ELT2202]");
    }

    @Test
    void lettersThatAreBroken() {
        for (byte[] wrong : new byte[][] {
            bytes('-', '-', 0xe2, 0x82), bytes('-', '-', 0xc0, 0xaf), bytes('-', '-', 0xed, 0xa0, 0x80)
        }) {
            assertThat(project().with("sql/ods_a.sql", wrong).check()).startsWith("sql/ods_a.sql:1:3: error[ELT2202]");
        }
        assertThat(project().with("sql/ods_a.sql", "--\0").check())
                .startsWith("sql/ods_a.sql:1:3: error[ELT2202]: the file holds the character U+0000");
        assertThat(project().with("sql/ods_a.sql", "--\ufdd0").check()).contains("U+FDD0");
    }

    @Test
    void eltYamlInOtherEncodings() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32")}) {
            assertThat(project()
                            .with("elt.yaml", "name: b\u00e4nk\n".getBytes(charset))
                            .check())
                    .startsWith("elt.yaml:1:")
                    .contains("error[ELT2202]");
        }
        assertThat(project().with("elt.yaml", "\ufeffname: bank\n").check()).isEmpty();
    }

    @Test
    void filesWithoutAStatement() {
        assertThat(project()
                        .with("sql/ods_a.sql", "")
                        .with("sql/ods_b.sql", " \n\t\n")
                        .with("sql/ods_c.sql", "/* nothing */ -- at all")
                        .with("sql/ods_d.sql", ";;\n;")
                        .with("catalogs/lake.sql", "-- none yet\n")
                        .check())
                .isEmpty();
    }

    @Test
    void aThousandFiles() {
        BadProject project = project();
        for (int i = 0; i < 1_000; i++) {
            project.with("sql/ods_" + i + ".sql", "-- nothing yet\n");
        }

        assertThat(project.check()).isEmpty();
    }

    @Test
    void namesThatAreNoNames() {
        String told = project()
                .with("sql/a'b.sql", SQL)
                .with("sql/a\nb.sql", SQL)
                .with("sql/a\u001b[31mb.sql", SQL)
                .with("sql/a\u202egpj.sql", SQL)
                .with("sql/ods a.sql", SQL)
                .with("sql/sub\\ods_x.sql", SQL)
                .with("sql/;rm -rf.sql", SQL)
                .check();

        assertThat(told.lines().filter(line -> line.contains("error[ELT2206]")))
                .hasSize(7)
                .contains("sql/a\\nb.sql:1:1: error[ELT2206]: the file name cannot be used as a name");
        assertThat(told).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void namesThatAreJustUnusual() {
        assertThat(project()
                        .with("sql/ods_\u00e9\u65e5.sql", SQL)
                        .with("sql/CON.SQL", SQL)
                        .with("sql/-rf.sql", SQL)
                        .with("sql/.hidden.sql", "not looked at")
                        .with("sql/notes.txt", "not looked at")
                        .check())
                .isEmpty();
    }

    @Test
    void namesThatDifferInCaseOnly() {
        assertThat(project().with("sql/ODS_fine.sql", SQL).check())
                .startsWith("sql/ods_fine.sql:1:1: error[ELT2205]: the name 'ods_fine' is taken by sql/ODS_fine.sql");
    }

    @Test
    void linksOutOfTheProject() {
        assertThat(project()
                        .withLink("sql/ods_a.sql", "/etc/passwd")
                        .withLink("sql/more", "/etc")
                        .withLink("sql/zero.sql", "/dev/zero")
                        .check())
                .contains(
                        "sql/more:1:1: error[ELT2204]",
                        "sql/ods_a.sql:1:1: error[ELT2204]",
                        "sql/zero.sql:1:1: error[ELT2204]")
                .doesNotContain("root:");
    }

    @Test
    void linksThatLeadNowhereOrInCircles() {
        assertThat(project()
                        .withLink("sql/gone.sql", "nowhere.sql")
                        .withLink("sql/self.sql", "self.sql")
                        .withLink("sql/a.sql", "b.sql")
                        .withLink("sql/b.sql", "a.sql")
                        .withLink("sql/loop", "../sql")
                        .check()
                        .lines()
                        .filter(line -> line.contains("error[ELT2201]")))
                .hasSize(5);
    }

    @Test
    void aLinkInsideOfTheProjectIsFollowed() {
        assertThat(project()
                        .with("shared/x.sql", SQL)
                        .withLink("sql/ods_a.sql", "../shared/x.sql")
                        .check())
                .isEmpty();
    }

    @Test
    void foldersThatAreFilesAndFilesThatAreFolders() throws IOException {
        assertThat(BadProject.in(folder).with("sql", "x").with("macros", "x").check())
                .contains("sql:1:1: error[ELT2201]: this is not a folder", "macros:1:1: error[ELT2201]");
        Files.delete(folder.resolve("sql"));
        Files.delete(folder.resolve("macros"));
        Files.delete(folder.resolve("elt.yaml"));
        assertThat(new BadProject(folder).with("elt.yaml/x", "x").check())
                .startsWith("elt.yaml:1:1: error[ELT2201]: this is a folder, a pipe or a device, and not a file");
    }

    @Test
    void aFolderMayBeCalledLikeAFile() {
        assertThat(project().with("sql/ods_x.sql/ods_y.sql", SQL).check()).isEmpty();
    }

    @Test
    void eltYamlThatIsALink() throws IOException {
        Files.deleteIfExists(folder.resolve("elt.yaml"));
        assertThat(new BadProject(folder).withLink("elt.yaml", "/etc/hostname").check())
                .startsWith("elt.yaml:1:1: error[ELT2204]");
        Files.delete(folder.resolve("elt.yaml"));
        assertThat(new BadProject(folder).withLink("elt.yaml", "nowhere").check())
                .startsWith("elt.yaml:1:1: error[ELT2201]: the symbolic link leads nowhere");
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        Path pipe = project().folder().resolve("sql/ods_pipe.sql");
        Process made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            assumeThat(e).as("a system without mkfifo").isNull();
            return;
        }
        assertThat(made.waitFor()).isZero();

        assertThat(project().check())
                .startsWith("sql/ods_pipe.sql:1:1: error[ELT2201]: this is a folder, a pipe or a device");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = project().with("sql/ods_a.sql", SQL).folder().resolve("sql/ods_a.sql");
        Files.setPosixFilePermissions(file, Set.of());
        // root may read everything.
        assumeThat(Files.isReadable(file)).isFalse();

        assertThat(project().check())
                .startsWith("sql/ods_a.sql:1:1: error[ELT2201]")
                .contains("permission denied");
    }
}
