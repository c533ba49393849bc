package io.elt.cli.run;

import io.elt.cli.Main;
import io.elt.diagnostic.EltException;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** elt in a process of its own, for what cannot be done to the test's own process: a kill, an interrupt. */
final class EltProcess implements AutoCloseable {
    /** Long, because many builds may share the machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** What the distribution logs, and how. */
    private static final Path LOGGING =
            Path.of("src/dist/conf/log4j2.properties").toAbsolutePath();

    private final Process process;
    private final Ports ports;
    private final Path log;

    private EltProcess(Process process, Ports ports, Path log) {
        this.process = process;
        this.ports = ports;
        this.log = log;
    }

    static EltProcess start(ProjectCopy project, String... arguments) throws IOException {
        return start(project, Map.of(), arguments);
    }

    static EltProcess start(ProjectCopy project, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(project, environment, LOGGING, arguments);
    }

    static EltProcess start(ProjectCopy project, Map<String, String> environment, Path logging, String... arguments)
            throws IOException {
        return start(project, new Ports(0, 0, 0, 0).resolved(), environment, logging, arguments);
    }

    /** One that has ended, again under the same addresses. */
    EltProcess again(ProjectCopy project, String... arguments) throws IOException {
        return start(project, ports, Map.of(), LOGGING, arguments);
    }

    private static EltProcess start(
            ProjectCopy project, Ports ports, Map<String, String> environment, Path logging, String... arguments)
            throws IOException {
        Path log = Files.createTempFile(project.folder(), "elt", ".log");
        List<String> command = new ArrayList<>(interruptible());
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-Dlog4j2.configurationFile=" + logging,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-C", project.folder().toString()));
        command.addAll(List.of("--port-kafka", text(ports.kafka()), "--port-flink", text(ports.flink())));
        command.addAll(List.of("--port-starrocks", text(ports.starrocks())));
        command.addAll(List.of("--port-starrocks-http", text(ports.starrocksHttp())));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new EltProcess(process, ports, log);
    }

    /** What a script starts in its background ignores SIGINT, and so would all that it starts; Linux can undo that. */
    private static List<String> interruptible() throws IOException {
        List<String> prefix = List.of("env", "--default-signal=INT");
        List<String> attempt = new ArrayList<>(prefix);
        attempt.add("true");
        return exitCode(new ProcessBuilder(attempt).start()) == 0 ? prefix : List.of();
    }

    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Where it says that Prometheus finds its metrics. */
    URI metrics() {
        Matcher notice = Pattern.compile("Metrics +(\\S+)").matcher(log());
        assertThat(notice.find()).as(this::log).isTrue();
        return URI.create(notice.group(1));
    }

    /** Root of Flink's REST API. */
    URI flink() {
        return URI.create("http://127.0.0.1:" + ports.flink());
    }

    long pid() {
        return process.pid();
    }

    /** All that it has printed. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StarRocks starRocks() {
        return StarRocks.connect("jdbc:mysql://" + starRocksAddress(), "root", "");
    }

    String starRocksAddress() {
        return "127.0.0.1:" + ports.starrocks();
    }

    /** Waits until it ends by itself. */
    int awaitEnd() {
        return exitCode(process);
    }

    /** The rows of a query as text; empty as long as StarRocks or the table is not there. */
    String query(String sql) {
        try (StarRocks starRocks = starRocks()) {
            return starRocks.query(sql).rows().toString();
        } catch (EltException e) {
            return "";
        }
    }

    /** Asks until the answer is this one. */
    void awaitRows(String sql, String expected) {
        await(() -> assertThat(query(sql)).as(sql).isEqualTo(expected));
    }

    /** Repeats a check until it holds; gives up when elt has ended. */
    void await(Runnable check) {
        Retry.until(PATIENCE, () -> {
            requireAlive();
            check.run();
        });
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("elt ended with " + process.exitValue() + ":\n" + log());
        }
    }

    /** SIGKILL: it has no moment left. */
    void kill() {
        assertThat(process.isAlive()).as(this::log).isTrue();
        process.destroyForcibly();
        exitCode(process);
    }

    /**
     * Ctrl-C.
     *
     * @return the exit code
     */
    int interrupt() throws IOException {
        exitCode(new ProcessBuilder("kill", "-INT", text((int) process.pid())).start());
        return exitCode(process);
    }

    /** Once it has ended by itself. */
    int exitCode() {
        return exitCode(process);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int exitCode(Process process) {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
