package io.elt.dist;

import io.elt.dist.Shell.Finished;
import io.elt.dist.Shell.Running;
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

/** {@code bin/elt} hands over to a JVM without adding to or taking from what the user said. */
class StartTest {
    @TempDir
    private Path folder;

    private Installation installation;
    private Shell shell;

    @BeforeEach
    void install() throws IOException {
        installation = Installation.make(folder.resolve("with a space/elt"));
        shell = Shell.withJava(folder);
    }

    @Test
    void argumentsArriveAsTheyWereWritten() {
        Finished finished = shell.run(
                installation.elt(), "-C", "a folder", "query", "SELECT '*' FROM \"t\" -- $HOME", "", "müßig", "*");

        assertThat(finished.out())
                .contains(
                        "argument <-C>\nargument <a folder>\nargument <query>\nargument <SELECT '*' FROM \"t\" -- $HOME>\n"
                                + "argument <>\nargument <müßig>\nargument <*>\n");
        assertThat(finished.err()).isEmpty();
    }

    @Test
    void startsThroughSymbolicLinksFromAnyFolder() throws IOException {
        Path far = Files.createDirectories(folder.resolve("usr/local/bin"));
        Path near = Files.createSymbolicLink(folder.resolve("usr/elt"), installation.elt());
        Path link = Files.createSymbolicLink(far.resolve("elt"), Path.of("../../elt"));

        assertThat(shell.in(far).run("./elt", "ls").out()).contains("argument <ls>");
        assertThat(shell.run(near, "ls").out()).contains("argument <ls>");
        assertThat(shell.with("PATH", shell.environment().get("PATH") + ":" + far)
                        .run("sh", "-c", "elt ls")
                        .out())
                .contains("option -Delt.home=" + installation.home().toRealPath());
        assertThat(link).isSymbolicLink();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 77})
    void theExitCodeIsThatOfTheCommand(int code) {
        assertThat(shell.run(installation.elt(), "exit", code).exitCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalReachesTheCommand(String signal, int exitCode) throws IOException, InterruptedException {
        Path told = folder.resolve("started");

        Running running = shell.start(installation.elt(), "wait", told);
        String pid = running.awaitContentOf(told);
        running.signal(signal);
        Finished finished = running.finish();

        assertThat(pid)
                .as("the script became the JVM")
                .isEqualTo(Long.toString(running.process().pid()));
        assertThat(finished.out()).endsWith("stopped in good order\n");
        assertThat(finished.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "render", "ls", "check", "demo --help", "help run"})
    void whatAnswersAtOnceStartsLight(String command) {
        assertThat(shell.run("sh", "-c", "\"" + installation.elt() + "\" " + command)
                        .out())
                .contains("option -XX:TieredStopAtLevel=1\n", "option -XX:+UseSerialGC\n", "option -Xmx1g\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo", "query", "-C bank run", "--target prod run"})
    void whatMovesDataIsBuiltForThroughput(String command) {
        assertThat(shell.run("sh", "-c", "\"" + installation.elt() + "\" " + command)
                        .out())
                .contains("option -XX:+UseParallelGC\n", "option -Xmx2g\n", "option --add-opens=java.base/java.util=")
                .doesNotContain("TieredStopAtLevel");
    }

    @Test
    void theOptionsOfTheUserWin() {
        Finished finished = shell.with("ELT_JAVA_OPTS", "-Xmx64m -Dfine=*").run(installation.elt(), "run");

        assertThat(finished.out()).contains("option -Dfine=*\n").containsPattern("memory [56]\\d\n");
        assertThat(finished.err()).isEmpty();
    }

    @Test
    void logsAreConfiguredByTheInstallation() {
        Path configuration = installation.home().resolve("conf/log4j2.properties");

        assertThat(configuration).exists();
        assertThat(shell.run(installation.elt(), "ls").out())
                .contains("option -Dlog4j2.configurationFile=" + configuration + "\n");
    }
}
