package io.elt.dist;

import io.elt.dist.Shell.Finished;
import io.elt.dist.Shell.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The start script of a checkout: when it builds, and that nothing which goes wrong in a build is left over. The build of
 * these tests copies a folder instead of compiling for minutes; it stands where {@code mvnw} does.
 */
class CheckoutTest {
    @TempDir
    private Path folder;

    private Path checkout;
    private Path source;
    private Shell shell;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = folder.resolve("with a space/checkout");
        source = checkout.resolve("launcher/src/main/java/Main.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Main {}");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("../elt"), checkout.resolve("elt"));
        executable(checkout.resolve("elt"));
        Installation.copy(Installation.SCRIPTS, checkout.resolve("launcher/src/dist"));
        Installation.make(folder.resolve("built"));
        buildWith("");
        shell = Shell.withJava(folder);
    }

    /** @param step what this build does before it has a result */
    private void buildWith(String step) throws IOException {
        Path maven = checkout.resolve("mvnw");
        Files.writeString(
                maven,
                """
                #!/bin/sh
                echo "building $*"
                echo "$JAVA_HOME" >>'%1$s/builds'
                %2$s
                mkdir -p launcher/target
                cp -R '%1$s/built' launcher/target/elt-0.1.0
                """
                        .formatted(folder, step));
        executable(maven);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path elt() {
        return checkout.resolve("elt");
    }

    private int builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void buildsAtTheFirstStartAndSaysSo() throws IOException {
        Finished first = shell.run(elt(), "ls", "a b");
        Finished second = shell.run(elt(), "ls", "a b");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err())
                .isEqualTo(
                        "elt: building at the first start; this takes some minutes, for it fetches the libraries (log: "
                                + checkout.resolve("target/elt/build.log") + ")\n");
        assertThat(first.out()).startsWith("argument <ls>\nargument <a b>\n");
        assertThat(second).isEqualTo(new Finished(0, first.out(), ""));
        assertThat(builds()).isOne();
        assertThat(Files.readString(checkout.resolve("target/elt/build.log"))).startsWith("building -B -pl launcher");
    }

    @Test
    void buildsAgainWhenASourceChangesAppearsOrGoes() throws IOException {
        shell.run(elt());
        Path added = source.resolveSibling("Added.java");

        Files.writeString(source, "class Main { int changed; }");
        Finished changed = shell.run(elt());
        Files.writeString(added, "class Added {}");
        shell.run(elt());
        Files.delete(added);
        shell.run(elt());
        shell.run(elt());

        assertThat(changed.err()).startsWith("elt: the sources have changed, building (log: ");
        assertThat(builds()).isEqualTo(4);
        assertThat(files(checkout.resolve("target/elt")))
                .as("this build and the one before, which may still run")
                .hasSize(4)
                .contains("build.log", "current");
    }

    @Test
    void theSameContentIsNoChange() throws IOException {
        shell.run(elt());

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        Finished touched = shell.run(elt());
        Files.writeString(
                Files.createDirectories(checkout.resolve("launcher/src/test")).resolve("MainTest.java"), "");
        shell.run(elt());

        assertThat(touched.err()).isEmpty();
        assertThat(builds()).isOne();
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogAndIsTriedAgain() throws IOException {
        buildWith("echo '[ERROR] Main.java:[3,7] cannot find symbol'; exit 1");

        Finished failed = shell.run(elt(), "ls");

        assertThat(failed.exitCode()).isOne();
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("[ERROR] Main.java:[3,7] cannot find symbol\n")
                .endsWith("elt: the build failed; all of the output is in " + checkout.resolve("target/elt/build.log")
                        + "\n");
        assertThat(files(checkout.resolve("target/elt"))).containsExactly("build.log");

        buildWith("");
        assertThat(shell.run(elt(), "ls").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aStoppedBuildEndsAndLeavesNothing(String signal, int exitCode) throws IOException, InterruptedException {
        Path told = folder.resolve("maven");
        buildWith("echo $$ >'" + told + "'; exec sleep 600");

        Running running = shell.start(elt(), "ls");
        long maven = Long.parseLong(running.awaitContentOf(told).strip());
        running.signal(signal);
        Finished finished = running.finish();

        assertThat(finished.exitCode()).isEqualTo(exitCode);
        assertThat(finished.err()).endsWith("elt: the build was stopped; the next start builds again\n");
        assertThat(ProcessHandle.of(maven)).isEmpty();
        assertThat(files(checkout.resolve("target/elt"))).containsExactly("build.log");

        buildWith("");
        assertThat(shell.run(elt(), "ls").out()).contains("argument <ls>");
    }

    @Test
    void ofSeveralAtOnceOneBuilds() throws IOException, InterruptedException {
        Path told = folder.resolve("maven");
        Path goOn = folder.resolve("go-on");
        buildWith("echo building >'" + told + "'; until [ -e '" + goOn + "' ]; do sleep 0.1; done");

        Running first = shell.start(elt(), "ls", "first");
        first.awaitContentOf(told);
        Running second = shell.start(elt(), "ls", "second");
        second.awaitContentOf(second.err());
        Running third = shell.start(elt(), "ls", "third");
        third.awaitContentOf(third.err());
        third.signal("INT");
        third.finish();
        Files.createFile(goOn);

        assertThat(first.finish().out()).contains("argument <first>");
        Finished waited = second.finish();
        assertThat(waited.out()).contains("argument <second>");
        assertThat(waited.err()).startsWith("elt: waiting for the build of another elt (process ");
        assertThat(builds()).isOne();
    }

    @Test
    void theLockOfAKilledBuildIsTakenOver() throws IOException {
        Path lock = Files.createDirectories(checkout.resolve("target/elt/lock"));
        Files.writeString(lock.resolve("pid"), "999999999");

        assertThat(shell.run(elt(), "ls").out()).contains("argument <ls>");
        assertThat(lock).doesNotExist();
    }

    @Test
    void startsThroughASymbolicLinkFromAnotherFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("elt"), Path.of("with a space/checkout/elt"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        Finished finished = shell.in(elsewhere).run(link, "-C", "../bank", "ls");

        assertThat(finished.out()).startsWith("argument <-C>\nargument <../bank>\nargument <ls>\n");
        assertThat(files(elsewhere)).allMatch(name -> name.endsWith(".txt"));
    }

    @Test
    void whatRunsKeepsItsJarsWhileAnotherStartBuilds() throws IOException, InterruptedException {
        Path told = folder.resolve("started");
        Running running = shell.start(elt(), "wait", told);
        running.awaitContentOf(told);
        String former = Files.readString(checkout.resolve("target/elt/current")).strip();

        Files.writeString(source, "class Main { int changed; }");
        shell.run(elt(), "ls");

        assertThat(Files.readString(checkout.resolve("target/elt/current")).strip())
                .isNotEqualTo(former);
        assertThat(checkout.resolve("target/elt").resolve(former).resolve("lib/elt-launcher.jar"))
                .exists();
        running.signal("INT");
        assertThat(running.finish().exitCode()).isEqualTo(130);
    }

    @Test
    void withoutAJdkItSaysWhatIsMissing() throws IOException {
        Path runtime = Files.createDirectories(folder.resolve("jre/bin"));
        Files.writeString(runtime.resolve("java"), "#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n");
        executable(runtime.resolve("java"));

        Finished finished =
                Shell.withoutJava(folder).with("JAVA_HOME", runtime.getParent()).run(elt(), "ls");

        assertThat(finished.exitCode()).isOne();
        assertThat(finished.err())
                .startsWith("elt: needs a JDK (Java with its compiler), 17 or newer; none was found.\n");
        assertThat(folder.resolve("builds")).doesNotExist();
    }
}
