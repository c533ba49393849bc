package io.elt.cli.clean;

import io.elt.cli.Called;
import io.elt.local.EmbeddedStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class CleanTest {
    @TempDir
    private Path folder;

    private Path project;
    private Path elt;

    @BeforeEach
    void makeProject() {
        project = folder.resolve("project");
        elt = project.resolve(".elt");
        write("elt.yaml", "name: test: this is not even YAML");
        write("sql/ods_a.sql", "SELECT 1");
        write(".elt/warehouse/ods.db/a/schema/schema-0", "12345");
        write(".elt/state/local/ods_a/checkpoints/x/_metadata", "1234");
        write(".elt/kafka/meta.properties", "123");
        write(".elt/starrocks/data.duckdb", "12");
        write(".elt/log/elt.log", "1");
        write(".elt/tmp/2147483646/libduckdb.so", "1234567");
        write(".elt/lock", "");
    }

    @Test
    void deletesEverythingThatEltMadeAndTellsItFirst() {
        Called called = clean("--yes");

        assertThat(called)
                .isEqualTo(new Called(
                        0,
                        """
                path            files  bytes
                .elt/tmp            1      7
                .elt/log            1      1
                .elt/kafka          1      3
                .elt/starrocks      1      2
                .elt/warehouse      1      5
                .elt/state          1      4
                """,
                        "deleted 22 bytes\n"));
        assertThat(elt).doesNotExist();
        assertThat(project.resolve("sql/ods_a.sql")).exists();
        assertThat(project.resolve("elt.yaml")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "cache, tmp, 'kafka lock log starrocks state warehouse'",
        "logs, log, 'kafka lock starrocks state tmp warehouse'",
        "data, kafka starrocks state warehouse, 'lock log tmp'",
    })
    void deletesOnlyWhatWasAskedFor(String what, String gone, String left) {
        Called called = clean("--what", what, "-y", "--output", "json");

        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(gone.split(" ")).allSatisfy(name -> assertThat(called.out()).contains("\".elt/" + name + "\""));
        assertThat(children(elt)).containsExactly(left.split(" "));
    }

    @Test
    void withoutATerminalItTellsWhatThereIsAndDeletesNothing() {
        Called called = clean();

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out()).contains(".elt/warehouse");
        assertThat(called.err())
                .startsWith("error[ELT1012]: nothing was deleted")
                .contains("--yes");
        assertThat(children(elt)).hasSize(7);
    }

    @Test
    void deletesNoFileThroughALink() throws IOException {
        Path mine = Files.writeString(
                Files.createDirectories(folder.resolve("mine")).resolve("thesis.txt"), "years");
        Files.createSymbolicLink(elt.resolve("warehouse/link-to-folder"), mine.getParent());
        Files.createSymbolicLink(elt.resolve("log/link-to-file"), mine);
        Files.createSymbolicLink(elt.resolve("cache"), mine.getParent());

        assertThat(clean("--yes").exitCode()).isZero();

        assertThat(mine).hasContent("years");
        assertThat(Files.exists(elt, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void doesNotDeleteAFolderThatLiesElsewhere() throws IOException {
        Path elsewhere = Files.move(elt, folder.resolve("large-disk"));
        Files.createSymbolicLink(elt, elsewhere);

        Called called = clean("--yes");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).startsWith("error[ELT7010]: ").contains("symbolic link");
        assertThat(children(elsewhere)).hasSize(7);
    }

    @Test
    void leavesWhatItDoesNotKnow() {
        write(".elt/notes.txt", "mine");

        assertThat(clean("--yes").exitCode()).isZero();

        assertThat(children(elt)).containsExactly("lock", "notes.txt");
    }

    @Test
    void refusesWhileAnotherEltWorksHere() throws IOException {
        EmbeddedStack.whileStopped(elt, () -> {
            Called called = clean("--yes");

            assertThat(called.exitCode()).isEqualTo(1);
            assertThat(called.err()).startsWith("error[ELT7007]: another elt (process ");
        });
        assertThat(children(elt)).contains("warehouse", "state", "kafka");
    }

    @Test
    void refusesWhileAQueryHasItsTemporaryFolderHere() throws Exception {
        Process query = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .start();
        try {
            assertThat(query.getInputStream().read()).isEqualTo('.');
            write(".elt/tmp/" + query.pid() + "/x", "");

            assertThat(clean("--yes").err()).startsWith("error[ELT7007]: another elt (process " + query.pid() + ")");
        } finally {
            query.destroyForcibly();
        }
        assertThat(children(elt)).contains("warehouse", "state", "kafka", "tmp");
    }

    /** A program that waits to be killed. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws IOException {
            System.out.print('.');
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void theSecondTimeThereIsNothing() {
        clean("--yes");

        assertThat(clean("--yes")).isEqualTo(new Called(0, "", "nothing to delete\n"));
        assertThat(elt).doesNotExist();
    }

    @Test
    void deletesNothingWhereThereIsNoProject() throws IOException {
        Files.delete(project.resolve("elt.yaml"));

        assertThat(clean("--yes").err()).startsWith("error[ELT2001]: there is no elt.yaml in ");
        assertThat(children(elt)).hasSize(7);
    }

    private Called clean(String... arguments) {
        return Called.elt(Stream.concat(Stream.of("clean", "-C", project.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static List<String> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(project.resolve(path).getParent());
            Files.writeString(project.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
