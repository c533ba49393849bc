package io.elt.dist;

import io.elt.dist.Shell.Finished;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The tar file that this build has made, unpacked and started. */
class DistributionIT {
    @TempDir
    private static Path folder;

    private static Path home;
    private static Shell shell;

    @BeforeAll
    static void unpack() throws IOException {
        Path archive = only(Path.of("target"), "elt-*.tar.gz");
        Shell tar = new Shell(folder, System.getenv());
        assertThat(tar.run("tar", "xzf", archive.toAbsolutePath()).exitCode()).isZero();
        home = only(folder, "elt-*");
        shell = Shell.withJava(folder);
    }

    private static Path only(Path parent, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, glob)) {
            files.forEach(found::add);
        }
        assertThat(found).as(glob).hasSize(1);
        return found.get(0);
    }

    private static List<String> classPath() throws IOException {
        try (JarFile launcher = new JarFile(home.resolve("lib/elt-launcher.jar").toFile())) {
            String classPath = launcher.getManifest().getMainAttributes().getValue("Class-Path");
            return Arrays.asList(classPath.split(" "));
        }
    }

    @Test
    void hasWhatItNeedsAndItsLicense() {
        assertThat(home.resolve("bin/elt")).isExecutable();
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
        assertThat(home.resolve("conf/log4j2.properties")).exists();
        assertThat(home.resolve("share/man/man1/elt.1")).content().contains(".SH \"COMMANDS\"");
        assertThat(home.resolve("share/man/man1/elt-run.1")).exists();
    }

    @Test
    void theClassPathIsEachJarOfTheFolderAndNothingElse() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            List<String> names = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> !name.equals("elt-launcher.jar"))
                    .toList();

            assertThat(classPath()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void theOrderDecidesBetweenTwoCopiesOfAClass() throws IOException {
        List<String> order = classPath();

        assertThat(order.get(0)).startsWith("picocli-");
        assertThat(position(order, "mysql-connector-j-")).isLessThan(position(order, "flink-connector-starrocks-"));
        assertThat(position(order, "flink-table-common-")).isLessThan(position(order, "paimon-flink-"));
        assertThat(position(order, "zstd-jni-")).isLessThan(position(order, "paimon-flink-"));
    }

    private static int position(List<String> order, String prefix) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).startsWith(prefix)) {
                return i;
            }
        }
        throw new AssertionError(prefix + " is not in " + order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "render --help", "render ods_event dws_shop"})
    void answersWithoutFlink(String command) throws IOException {
        Path log = folder.resolve("classes.log");

        Finished finished = shell.in(rehearsal())
                .with("ELT_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run("sh", "-c", home.resolve("bin/elt") + " " + command);

        assertThat(finished.exitCode()).as(finished.err()).isZero();
        assertThat(finished.out()).isNotBlank();
        assertThat(finished.err()).isEmpty();
        assertThat(Files.readAllLines(log))
                .noneMatch(line -> line.contains(" org.apache.flink.") || line.contains(" org.apache.kafka."));
    }

    @Test
    void rendersTheProjectThatFastStartsAreMadeFrom() throws IOException {
        Finished finished = shell.in(rehearsal()).run(home.resolve("bin/elt"), "render", "ods_event");

        assertThat(finished.out()).contains("'connector' = 'kafka'", "INSERT INTO lake.ods.event\n");
    }

    @Test
    void startsFromTheArchiveOfClasses() throws IOException {
        Path log = folder.resolve("preloaded.log");
        shell.with("ELT_STARTUP_ARCHIVE", "make").run(home.resolve("bin/elt"), "--version");

        shell.with("ELT_STARTUP_ARCHIVE", "")
                .with("ELT_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run(home.resolve("bin/elt"), "--version");

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("io.elt.cli.Main source: shared objects file"));
    }

    /** What is not in the archive is loaded and verified at each check; a rehearsal that fails early leaves most of it out. */
    @Test
    void checksFromTheArchiveOfClasses() throws IOException {
        Path log = folder.resolve("checked.log");
        shell.with("ELT_STARTUP_ARCHIVE", "make").run(home.resolve("bin/elt"), "--version");

        Finished finished = shell.in(rehearsal())
                .with("ELT_STARTUP_ARCHIVE", "")
                .with("ELT_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run(home.resolve("bin/elt"), "check");

        assertThat(finished.exitCode()).as(finished.err()).isZero();
        assertThat(finished.err()).doesNotContain("warning[");
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("org.apache.paimon.flink.FlinkCatalog source: shared objects file"))
                .anyMatch(line -> line.contains("org.codehaus.janino.SimpleCompiler source: shared objects file"))
                .anyMatch(line -> line.contains("GuardedFormatFactory source: shared objects file"))
                .anyMatch(line -> line.contains("StreamPhysicalLookupJoin source: shared objects file"))
                .anyMatch(line -> line.contains("StreamPhysicalRank source: shared objects file"))
                .anyMatch(line -> line.contains("StreamPhysicalLocalWindowAggregate source: shared objects file")
                        || line.contains("StreamPhysicalWindowAggregate source: shared objects file"));
    }

    private static Path rehearsal() throws IOException {
        Path copy = folder.resolve("rehearsal");
        if (!Files.exists(copy)) {
            Installation.copy(home.resolve("libexec/rehearsal"), copy);
        }
        return copy;
    }

    @Test
    void logsGoToTheFileOfTheProjectAndNothingToTheTerminal() throws IOException {
        Path logs = folder.resolve("logs");

        Finished finished =
                log(logs, "io.elt.cli", "org.apache.flink.runtime", "org.apache.paimon", "kafka.server", "org.other");

        assertThat(finished).isEqualTo(new Finished(0, "", ""));
        assertThat(logs.resolve("elt.log"))
                .content()
                .containsPattern("INFO  \\d+ \\[main\\] io.elt.cli - at info\n")
                .contains(" org.apache.flink.runtime - at info\n", " org.apache.flink.runtime - at warn\n")
                .contains(" org.apache.paimon - at warn\n", " kafka.server - at warn\n", " org.other - at warn\n")
                .contains("java.lang.IllegalStateException: with its cause")
                .doesNotContain(
                        "org.apache.paimon - at info", "kafka.server - at info", "org.other - at info", "debug");
    }

    @Test
    void noFileIsMadeWhenThereIsNothingToSay() {
        Path logs = folder.resolve("silent");

        assertThat(log(logs)).isEqualTo(new Finished(0, "", ""));

        assertThat(logs.resolve("elt.log")).doesNotExist();
    }

    private static Finished log(Path logs, String... names) {
        String classPath = home.resolve("lib/elt-launcher.jar") + ":"
                + Path.of("target/test-classes").toAbsolutePath();
        Stream<String> options = Stream.of(
                shell.environment().get("JAVA_HOME") + "/bin/java",
                "-Dlog4j2.configurationFile=" + home.resolve("conf/log4j2.properties"),
                "-Delt.log.folder=" + logs,
                "-cp",
                classPath,
                LoggingProbe.class.getName());
        return shell.run(Stream.concat(options, Stream.of(names)).toArray());
    }
}
