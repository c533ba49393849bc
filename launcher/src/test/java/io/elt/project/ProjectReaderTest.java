package io.elt.project;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** What cannot lie in a repository: odd bytes, links, missing files. */
class ProjectReaderTest {

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void smallestProject() throws IOException {
        root = Files.createDirectories(temporary.toRealPath().resolve("bank"));
        write("elt.yaml", "name: bank\n");
    }

    private void write(String path, String text) throws IOException {
        writeBytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void writeBytes(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Project read() {
        return new ProjectReader(new Redactor()).read(root, Overrides.none());
    }

    private List<Diagnostic> problems() {
        return catchThrowableOfType(EltException.class, this::read).diagnostics();
    }

    private void assertOnlyProblem(String text) {
        assertThat(problems()).singleElement().hasToString(text);
    }

    @Test
    void theSmallestProject() {
        Project project = read();
        assertThat(project.name()).isEqualTo("bank");
        assertThat(project.root()).isEqualTo(root);
        assertThat(project.target()).isEqualTo(Target.of("local", RunOn.EMBEDDED));
        assertThat(project.files().tables()).isEmpty();
    }

    @Test
    void aFolderWithoutAProject() throws IOException {
        Files.delete(root.resolve("elt.yaml"));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.PROJECT_NOT_FOUND);
            assertThat(problem.message()).isEqualTo("there is no elt.yaml in " + root);
            assertThat(problem.hint().orElseThrow()).contains("-C DIR");
        });
    }

    @Test
    void aFolderInsideAProject() throws IOException {
        Path top = root;
        root = Files.createDirectories(root.resolve("sql"));
        assertThat(problems().get(0).hint())
                .contains("the project is in " + top + ": start elt there, or with -C " + top);
    }

    @Test
    void theOtherYamlExtension() throws IOException {
        Files.move(root.resolve("elt.yaml"), root.resolve("elt.yml"));
        assertThat(problems().get(0).hint()).contains("rename it to elt.yaml");
    }

    @Test
    void noFolderAtAll() {
        root = root.resolve("nowhere");
        assertOnlyProblem("error[ELT2001]: " + root + " is not a folder");
    }

    @Test
    void byteOrderMarkAndWindowsLineEnds() throws IOException {
        writeBytes("elt.yaml", "\uFEFFname: bank\r\n".getBytes(StandardCharsets.UTF_8));
        write("sql/ods_a.sql", "\uFEFFSELECT 1;\r\nSELECT 2;\rSELECT 3;\n");
        assertThat(read().files().table("ods_a").orElseThrow().text()).isEqualTo("SELECT 1;\nSELECT 2;\nSELECT 3;\n");
    }

    @Test
    void bytesThatAreNotUtf8AreLocated() throws IOException {
        writeBytes("sql/ods_a.sql", "SELECT 1;\nSELECT 'žluťoučký';".getBytes(StandardCharsets.ISO_8859_1));
        writeBytes("sql/ods_b.sql", new byte[] {'a', '\n', 'b', (byte) 0xC5});
        assertThat(problems().get(0)).hasToString("sql/ods_a.sql:2:17: error[ELT2202]: the file is not UTF-8 text");
    }

    @Test
    void aTruncatedCharacterAtTheEnd() throws IOException {
        writeBytes("sql/ods_a.sql", new byte[] {'a', '\n', 'b', (byte) 0xC5});
        assertOnlyProblem("sql/ods_a.sql:2:2: error[ELT2202]: the file is not UTF-8 text");
    }

    @Test
    void binaryContent() throws IOException {
        writeBytes("sql/ods_a.sql", new byte[] {'a', '\n', 0});
        assertOnlyProblem("sql/ods_a.sql:2:1: error[ELT2202]: the file holds the character U+0000, which is not text");
    }

    @Test
    void aFileThatIsNoQuery() throws IOException {
        write("sql/ods_a.sql", "x".repeat((1 << 20) + 1));
        assertOnlyProblem(
                "sql/ods_a.sql:1:1: error[ELT2203]: the file has 1048577 bytes, more than the 1048576 that are allowed");
    }

    @Test
    void everyBadFileIsNamed() throws IOException {
        writeBytes("sql/a.sql", new byte[] {0});
        writeBytes("macros/b.sql", new byte[] {0});
        write("elt.yaml", "nam: bank\n");
        assertThat(problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "elt.yaml:1:1: error[ELT2104]: key 'name' is missing in elt.yaml",
                        "elt.yaml:1:1: error[ELT2102]: unknown key 'nam' in elt.yaml",
                        "macros/b.sql:1:1: error[ELT2202]: the file holds the character U+0000, which is not text",
                        "sql/a.sql:1:1: error[ELT2202]: the file holds the character U+0000, which is not text");
    }

    @Test
    void oneNameForTwoFiles() throws IOException {
        write("sql/deposits/dws_a.sql", "");
        write("sql/loans/DWS_a.sql", "");
        assertOnlyProblem(
                "sql/loans/DWS_a.sql:1:1: error[ELT2205]: the name 'DWS_a' is taken by sql/deposits/dws_a.sql");
    }

    @Test
    void servingMayUseTheNameOfATable() throws IOException {
        write("sql/ads_branch.sql", "");
        write("sql/serving/ads_branch.sql", "");
        assertThat(read().files().serving()).hasSize(1);
        assertThat(read().files().tables()).hasSize(1);
    }

    @Test
    void aNameThatASelectorCouldNotSay() throws IOException {
        write("sql/my table+1.sql", "");
        assertOnlyProblem("sql/my table+1.sql:1:1: error[ELT2206]: the file name cannot be used as a name");
    }

    @Test
    void onlyWhatIsMeantIsRead() throws IOException {
        write("sql/README.md", "");
        write("sql/.ods_a.sql", "");
        write("sql/.git/ods_b.sql", "");
        write("sql/ods_c.SQL", "");
        write("sql/ods_d.sql~", "");
        assertThat(read().files().tables()).extracting(SourceFile::path).containsExactly("sql/ods_c.SQL");
    }

    @Test
    void linksInsideTheProjectAreFollowed() throws IOException {
        write("shared/ods_a.sql", "SELECT 1");
        Files.createDirectories(root.resolve("sql"));
        Files.createSymbolicLink(root.resolve("sql/linked"), root.resolve("shared"));
        assertThat(read().files().tables()).extracting(SourceFile::path).containsExactly("sql/linked/ods_a.sql");
    }

    @Test
    void linksOutOfTheProjectAreRefused() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("ods_a.sql"), "SELECT 1");
        Files.createDirectories(root.resolve("sql"));
        Files.createSymbolicLink(root.resolve("sql/folder"), outside);
        Files.createSymbolicLink(root.resolve("sql/ods_file.sql"), outside.resolve("ods_a.sql"));
        assertThat(problems())
                .extracting(Diagnostic::toString)
                .containsExactlyInAnyOrder(
                        "sql/folder:1:1: error[ELT2204]: the symbolic link leads out of the project",
                        "sql/ods_file.sql:1:1: error[ELT2204]: the symbolic link leads out of the project");
    }

    @Test
    void aLinkToTheRootOfTheSystemIsNotWalked() throws IOException {
        Files.createDirectories(root.resolve("sql"));
        Files.createSymbolicLink(root.resolve("sql/everything"), Path.of("/"));
        assertOnlyProblem("sql/everything:1:1: error[ELT2204]: the symbolic link leads out of the project");
    }

    @Test
    void aLinkThatLeadsNowhereOrInACircle() throws IOException {
        Files.createDirectories(root.resolve("sql"));
        Files.createSymbolicLink(root.resolve("sql/ods_a.sql"), root.resolve("gone.sql"));
        Files.createSymbolicLink(root.resolve("sql/circle"), root.resolve("sql"));
        assertThat(problems())
                .extracting(Diagnostic::toString)
                .containsExactlyInAnyOrder(
                        "sql/ods_a.sql:1:1: error[ELT2201]: the symbolic link leads nowhere",
                        "sql/circle:1:1: error[ELT2201]: the symbolic link leads back to a folder that holds it");
    }

    @Test
    void aFileWithoutPermission() throws IOException {
        write("sql/ods_a.sql", "SELECT 1");
        assertThat(root.resolve("sql/ods_a.sql").toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(root.resolve("sql/ods_a.sql")), "root reads everything");
        assertOnlyProblem("sql/ods_a.sql:1:1: error[ELT2201]: the file cannot be read: permission denied");
    }

    @Test
    void secretsOfTheFileAreKnownEvenIfItIsWrong() throws IOException {
        write(
                "elt.yaml",
                """
                name: bank
                sources: {a: {connector: mysql-cdc, password: hunter22}}
                targets: {prod: {run-on: yarn, sources: {a: {password: hunter33}}, flink: {s3.secret-key: hunter44}}}
                bad: 1
                """);
        Redactor redactor = new Redactor();
        catchThrowableOfType(EltException.class, () -> new ProjectReader(redactor).read(root, Overrides.none()));
        assertThat(redactor.redact("hunter22 hunter33 hunter44")).isEqualTo("****** ****** ******");
    }

    @Test
    void aBombOfAliases() throws IOException {
        StringBuilder text = new StringBuilder("name: bank\nvars:\n  a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("  a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        write("elt.yaml", text.toString());
        assertThat(problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("aliases repeat this so often that the file becomes too large"));
    }

    @Test
    void anAliasOfItself() throws IOException {
        write("elt.yaml", "name: bank\nvars:\n  a: &a [*a]\n");
        assertThat(problems()).hasSize(1);
    }

    @Test
    void linesAreReadForMessages() throws IOException {
        write("sql/ods_a.sql", "one\r\ntwo");
        FolderLines lines = new FolderLines(root);
        assertThat(lines.line("sql/ods_a.sql", 2)).contains("two");
        assertThat(lines.line("sql/ods_a.sql", 3)).isEmpty();
        assertThat(lines.line("../../../etc/passwd", 1)).isEmpty();
        assertThat(lines.line("--var zone", 1)).isEmpty();
    }

    @Test
    void variablesOfTheRunningProgramWin() {
        Value port = Value.literal("embedded stack", "9092");
        assertThat(read().withVariables(Map.of("port", port)).variables()).containsEntry("port", port);
    }
}
