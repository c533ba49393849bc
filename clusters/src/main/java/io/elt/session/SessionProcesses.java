package io.elt.session;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flink's own JobManager and TaskManager, each a process that can be killed and started again. */
public final class SessionProcesses implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final List<String> OPENED = List.of(
            "java.base/java.lang=ALL-UNNAMED",
            "java.base/java.net=ALL-UNNAMED",
            "java.base/java.io=ALL-UNNAMED",
            "java.base/java.nio=ALL-UNNAMED",
            "java.base/sun.nio.ch=ALL-UNNAMED",
            "java.base/java.lang.reflect=ALL-UNNAMED",
            "java.base/java.text=ALL-UNNAMED",
            "java.base/java.time=ALL-UNNAMED",
            "java.base/java.util=ALL-UNNAMED",
            "java.base/java.util.concurrent=ALL-UNNAMED",
            "java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "java.base/java.util.concurrent.locks=ALL-UNNAMED");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path folder;
    private final int rest = freePort();
    private final int rpc = freePort();
    private final String classPath;
    private Process jobManager;
    private Process taskManager;

    private SessionProcesses(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * Returns when the TaskManager has come to its JobManager.
     *
     * @param folder for configuration and logs
     * @param slots of the one TaskManager
     * @param lib which entries of this process's class path are in the lib folder of the cluster
     */
    public static SessionProcesses start(Path folder, int slots, Predicate<Path> lib) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> lib.test(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        SessionProcesses cluster = new SessionProcesses(Files.createDirectories(folder), classPath);
        cluster.configure(slots);
        cluster.startJobManager();
        cluster.startTaskManager();
        cluster.awaitTaskManager();
        return cluster;
    }

    public URI address() {
        return URI.create("http://" + HOST + ":" + rest);
    }

    public void startJobManager() throws IOException {
        jobManager = start(
                "jobmanager", "-Xmx600m", "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
    }

    public void startTaskManager() throws IOException {
        taskManager = start("taskmanager", "-Xmx1200m", "org.apache.flink.runtime.taskexecutor.TaskManagerRunner");
    }

    private void awaitTaskManager() {
        HttpRequest question =
                HttpRequest.newBuilder(address().resolve("/overview")).build();
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasTaskManager(client, question)) {
            if (System.nanoTime() > deadline || !jobManager.isAlive() || !taskManager.isAlive()) {
                String said = log();
                close();
                throw new IllegalStateException("the session cluster did not start: " + said);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static boolean hasTaskManager(HttpClient client, HttpRequest question) {
        try {
            return client.send(question, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"taskmanagers\":1");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the session cluster started", e);
        }
    }

    public void killJobManager() {
        kill(jobManager);
    }

    public void killTaskManager() {
        kill(taskManager);
    }

    /** What both have printed. */
    public String log() {
        try (Stream<Path> logs = Files.list(folder)) {
            return logs.filter(file -> file.toString().endsWith(".log"))
                    .map(SessionProcesses::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill(taskManager);
        kill(jobManager);
    }

    /** Without Flink's shell scripts, which compute it, every part of the memory has to be said. */
    private void configure(int slots) throws IOException {
        Files.writeString(
                folder.resolve("config.yaml"),
                """
                jobmanager.rpc.address: %s
                jobmanager.rpc.port: %d
                jobmanager.bind-host: %s
                rest.address: %s
                rest.bind-address: %s
                rest.bind-port: '%d'
                rest.port: %d
                taskmanager.host: %s
                taskmanager.bind-host: %s
                taskmanager.numberOfTaskSlots: %d
                taskmanager.cpu.cores: 1.0
                taskmanager.memory.framework.heap.size: 128mb
                taskmanager.memory.framework.off-heap.size: 128mb
                taskmanager.memory.task.heap.size: 900mb
                taskmanager.memory.task.off-heap.size: 64mb
                taskmanager.memory.managed.size: 64mb
                taskmanager.memory.network.min: 96mb
                taskmanager.memory.network.max: 96mb
                taskmanager.memory.jvm-metaspace.size: 512mb
                taskmanager.memory.jvm-overhead.min: 192mb
                taskmanager.memory.jvm-overhead.max: 192mb
                pekko.startup-timeout: 2 min
                heartbeat.interval: 2000
                heartbeat.timeout: 15000
                security.delegation.tokens.enabled: false
                io.tmp.dirs: %s
                """
                        .formatted(HOST, rpc, HOST, HOST, HOST, rest, rest, HOST, HOST, slots, folder.resolve("tmp")));
        Files.createDirectories(folder.resolve("tmp"));
    }

    private Process start(String name, String heap, String main) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m"));
        OPENED.forEach(opened -> command.add("--add-opens=" + opened));
        command.addAll(List.of("-cp", classPath, main, "--configDir", folder.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
    }

    private static void kill(Process process) {
        try {
            process.destroyForcibly();
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
