package io.elt.bench.side;

import io.elt.bench.figure.Side;
import io.elt.cli.run.Ports;
import io.elt.local.EmbeddedStack;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A side that runs. It ends with this process at the latest. */
public final class SideProcess implements AutoCloseable {
    private static final String GC_LOG = "gc.log";
    private static final Duration STOP_WITHIN = Duration.ofMinutes(5);

    private final Process process;
    private final Path folder;
    private final Ports ports;
    private final Output output;
    private final Thread killer;

    private SideProcess(Process process, Path folder, Ports ports, Output output) {
        this.process = process;
        this.folder = folder;
        this.ports = ports;
        this.output = output;
        this.killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /**
     * @param folder the project to run
     * @param flags further flags for the command
     */
    public static SideProcess start(Homes homes, Side side, Path folder, String... flags) throws IOException {
        Ports ports = new Ports(0, 0, 0, 0).resolved();
        List<String> command = new ArrayList<>(homes.command(side, ports));
        command.addAll(List.of(flags));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // The archive of classes belongs to the launcher's jar; the other side would start without.
        builder.environment().put("ELT_STARTUP_ARCHIVE", "off");
        builder.environment().merge("ELT_JAVA_OPTS", "-Xlog:gc:file=" + GC_LOG, (given, added) -> given + " " + added);
        long started = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        Output output = Output.follow(process, started, folder.resolve("output.txt"));
        return new SideProcess(process, folder, ports, output);
    }

    public String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    public StarRocks connect() {
        return StarRocks.connect(
                "jdbc:mysql://127.0.0.1:" + ports.starrocks(),
                EmbeddedStack.STARROCKS_USER,
                EmbeddedStack.STARROCKS_PASSWORD);
    }

    /** Waits until the first job is handed to Flink. */
    public FirstJob awaitFirstJob() throws IOException, InterruptedException {
        return output.awaitFirstJob();
    }

    /**
     * @throws IOException if it has ended, with the last that it said
     */
    public void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the process has ended with " + process.exitValue() + "; it said:\n" + output.tail());
        }
    }

    /** Seconds of CPU since its start, as the operating system counts. */
    public double cpuSeconds() {
        return ProcessFigures.cpuSeconds(process.toHandle());
    }

    /** The most memory that was resident at any time. */
    public double peakMegabytes() throws IOException {
        return ProcessFigures.peakMegabytes(process.pid());
    }

    /** The fullest that the heap was before a collection. */
    public double peakHeapMegabytes() throws IOException {
        return GcLog.peakMegabytes(Files.readString(folder.resolve(GC_LOG)));
    }

    /** Waits until it ends by itself. */
    public void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            throw new IOException("the process did not end well; it said:\n" + output.tail());
        }
    }

    /** Asks it to stop, as Ctrl-C does, and waits for that. */
    public void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the process did not stop within " + STOP_WITHIN + "; it said:\n" + output.tail());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(killer);
    }
}
