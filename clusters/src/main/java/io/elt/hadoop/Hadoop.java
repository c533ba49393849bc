package io.elt.hadoop;

import org.apache.hadoop.conf.Configuration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * HDFS and YARN, started by the first test that asks and shared by all test classes of the JVM. Its logs, and those of the
 * containers, stay in {@code target/hadoop} until the next run. It ends by itself when the JVM has ended: hooks of what was
 * tested may still ask it something.
 */
public final class Hadoop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static Hadoop shared;

    private final Path folder;
    private final Process process;

    private Hadoop(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    public static synchronized Hadoop shared() {
        if (shared == null) {
            shared = start(Path.of("target", "hadoop").toAbsolutePath());
        }
        return shared;
    }

    /** Ends all servers and containers. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** The folder that HADOOP_CONF_DIR or {@code hadoop-conf} names. */
    public Path configurationFolder() {
        return folder.resolve("conf");
    }

    /** What the files in {@link #configurationFolder} say. */
    public Configuration configuration() {
        Configuration configuration = new Configuration(false);
        configuration.addResource(new org.apache.hadoop.fs.Path(
                configurationFolder().resolve("core-site.xml").toUri()));
        return configuration;
    }

    /** The root of HDFS, for example {@code hdfs://localhost:40001}. */
    public URI fileSystem() {
        return URI.create(configuration().get("fs.defaultFS"));
    }

    /** Where the NodeManager keeps what containers print: for a test that looks for something in it. */
    public Path containerLogs() {
        return folder.resolve("data").resolve("yarn");
    }

    /** What a machine that fails does to one process of an application. */
    public void kill(String application, Container container) {
        List<ProcessHandle> found = process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .filter(each -> {
                    String line = each.info().commandLine().orElse("");
                    return line.contains(container.mainClass) && line.contains(application);
                })
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("application " + application + " has no " + container);
        }
        found.get(0).destroyForcibly();
    }

    /** The kinds of containers that an application of Flink has. */
    public enum Container {
        JOB_MANAGER("YarnApplicationClusterEntryPoint"),
        TASK_MANAGER("YarnTaskExecutorRunner");

        private final String mainClass;

        Container(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    /**
     * @param folder for data, configuration and logs; what is in it is deleted
     */
    public static Hadoop start(Path folder) {
        try {
            delete(folder);
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("conf"));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            "-cp",
                            classPath(),
                            HadoopMain.class.getName(),
                            folder.resolve("data").toString(),
                            folder.resolve("conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("hadoop.log").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().remove("HADOOP_CONF_DIR");
            Hadoop hadoop = new Hadoop(folder, builder.start());
            hadoop.awaitReady();
            return hadoop;
        } catch (IOException e) {
            throw new UncheckedIOException("HDFS and YARN cannot start in " + folder, e);
        }
    }

    /** The classes of Hadoop's servers are in jars of their own, which the build copies: none of them may be on ours. */
    private static String classPath() {
        Path classes = location(HadoopMain.class);
        Path jars = classes.resolveSibling("hadoop-jars");
        if (!Files.isDirectory(jars)) {
            throw new IllegalStateException(jars + " is not there: ./mvnw -pl clusters package makes it");
        }
        return classes + File.pathSeparator + jars + File.separator + "*";
    }

    /** The jar of the module, or its folder of classes, in its target folder. */
    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a jar in a place that is no URI", e);
        }
    }

    private void awaitReady() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(configurationFolder().resolve(HadoopMain.READY))) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                String said = Files.readString(folder.resolve("hadoop.log"));
                throw new IllegalStateException("HDFS and YARN did not start: " + tail(said));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while HDFS and YARN started", e);
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 4_000));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
