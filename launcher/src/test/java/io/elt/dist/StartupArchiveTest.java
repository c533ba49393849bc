package io.elt.dist;

import io.elt.dist.Shell.Finished;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The archive of preloaded classes makes starts fast and is never the reason that one fails. */
class StartupArchiveTest {
    @TempDir
    private Path folder;

    private Installation installation;
    private Shell shell;

    @BeforeEach
    void install() throws IOException {
        installation = Installation.make(folder.resolve("elt"));
        shell = Shell.withJava(folder).with("ELT_STARTUP_ARCHIVE", "make");
    }

    private List<Path> archives() throws IOException {
        return archivesIn(installation.home().resolve("startup"));
    }

    private static List<Path> archivesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Whether the JVM got our classes from the archive instead of the jar. */
    private boolean isPreloaded() throws IOException {
        Path log = folder.resolve("classes.log");
        Finished finished = shell.with("ELT_STARTUP_ARCHIVE", "")
                .with("ELT_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run(installation.elt(), "ls");
        assertThat(finished.out()).contains("argument <ls>");
        assertThat(finished.err()).isEmpty();
        return Files.readAllLines(log).stream()
                .anyMatch(line -> line.contains(Probe.class.getName() + " source: shared objects file"));
    }

    @Test
    void isMadeOnceAndUsedFromThenOn() throws IOException {
        Finished first = shell.run(installation.elt(), "ls");
        List<Path> made = archives();
        Finished second = shell.run(installation.elt(), "ls");

        assertThat(first.out()).contains("argument <ls>");
        assertThat(first.err()).isEqualTo("elt: preparing fast starts with this Java, once (a few seconds)\n");
        assertThat(second.err()).isEmpty();
        assertThat(made).singleElement().asString().endsWith(".jsa");
        assertThat(archives()).isEqualTo(made);
        assertThat(isPreloaded()).isTrue();
    }

    @Test
    void isNotMadeWhereNobodyWaitsForItOrNobodyWantsIt() {
        shell.with("ELT_STARTUP_ARCHIVE", "").run(installation.elt(), "ls");
        shell.with("ELT_STARTUP_ARCHIVE", "off").run(installation.elt(), "ls");
        shell.run(installation.elt(), "run");

        assertThat(installation.home().resolve("startup")).doesNotExist();
    }

    @Test
    void jarsOfOtherContentGetAnother() throws IOException {
        FileTime time = Files.getLastModifiedTime(installation.launcher());
        shell.run(installation.elt(), "ls");
        List<Path> former = archives();

        installation.writeLauncher("of the other release");
        Files.setLastModifiedTime(installation.launcher(), time);

        assertThat(isPreloaded()).isFalse();
        shell.run(installation.elt(), "ls");
        assertThat(archives()).hasSize(1).doesNotContainAnyElementsOf(former);
        assertThat(isPreloaded()).isTrue();
    }

    @Test
    void onePartlyWrittenIsIgnoredAndReplaced() throws IOException {
        shell.run(installation.elt(), "ls");
        Path archive = archives().get(0);
        byte[] content = Files.readAllBytes(archive);
        overwrite(archive, Arrays.copyOf(content, content.length / 2));

        assertThat(isPreloaded()).isFalse();
        shell.run(installation.elt(), "ls");
        assertThat(isPreloaded()).isTrue();
    }

    @Test
    void oneOfAnotherJavaOrOfNoneIsIgnored() throws IOException {
        shell.run(installation.elt(), "ls");
        Path archive = archives().get(0);
        byte[] content = Files.readAllBytes(archive);
        byte[] withoutHeader = content.clone();
        Arrays.fill(withoutHeader, 0, 4096, (byte) 0);
        byte[] otherJava = content.clone();
        Arrays.fill(otherJava, 4, 12, (byte) 0x55);

        overwrite(archive, withoutHeader);
        assertThat(isPreloaded()).isFalse();
        overwrite(archive, otherJava);
        assertThat(isPreloaded()).isFalse();
    }

    private static void overwrite(Path archive, byte[] content) throws IOException {
        Files.delete(archive);
        Files.write(archive, content);
    }

    @Test
    void goesToTheCacheOfTheUserWhenTheInstallationCannotBeWritten() throws IOException {
        Files.writeString(installation.home().resolve("startup"), "not a folder, so that nothing can be put there");

        shell.with("XDG_CACHE_HOME", folder.resolve("cache")).run(installation.elt(), "ls");
        shell.run(installation.elt(), "ls");

        assertThat(archivesIn(folder.resolve("cache/elt/startup"))).hasSize(1);
        assertThat(archivesIn(folder.resolve("home/.cache/elt/startup"))).hasSize(1);
        assertThat(isPreloaded()).isTrue();
    }

    @Test
    void nowhereToPutItIsNoReasonToFail() throws IOException {
        Files.writeString(installation.home().resolve("startup"), "not a folder");
        Files.writeString(folder.resolve("cache"), "not a folder");

        Finished finished =
                shell.with("XDG_CACHE_HOME", folder.resolve("cache")).run(installation.elt(), "ls");

        assertThat(finished.out()).contains("argument <ls>");
        assertThat(finished.err()).isEmpty();
    }

    @Test
    void aFolderWithASpaceIsNoObstacle() throws IOException {
        Installation spaced = Installation.make(folder.resolve("with a space/elt"));

        shell.run(spaced.elt(), "ls");
        Finished second = shell.run(spaced.elt(), "ls");

        assertThat(second.out()).contains("argument <ls>");
        assertThat(second.err()).isEmpty();
        assertThat(archivesIn(spaced.home().resolve("startup"))).hasSize(1);
    }

    @Test
    void theLockOfAKilledStartIsRemoved() throws IOException {
        shell.run(installation.elt(), "ls");
        Path archive = archives().get(0);
        Files.delete(archive);
        Path lock = Files.createDirectory(lockOf(archive));
        Files.writeString(lock.resolve("pid"), "999999999");

        shell.run(installation.elt(), "ls");
        shell.run(installation.elt(), "ls");

        assertThat(archives()).hasSize(1);
        assertThat(isPreloaded()).isTrue();
    }

    private static Path lockOf(Path archive) {
        return archive.resolveSibling(archive.getFileName().toString().replaceFirst("-\\d+[.]jsa$", ".lock"));
    }
}
