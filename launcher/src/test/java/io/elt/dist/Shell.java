package io.elt.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A place to run programs in: a working folder and an environment that has nothing but what a test puts there.
 *
 * @param folder where programs run and where their output is kept
 */
record Shell(Path folder, Map<String, String> environment) {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "chmod",
            "cksum",
            "cp",
            "cut",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "kill",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr",
            "uname",
            "wc");

    /**
     * A build in the background hands a deaf ear for interrupts down to all that it starts; this takes it away. Where env
     * cannot do that, the tests of interrupts need a build in the foreground.
     */
    private static final List<String> LISTENING = listening();

    private static List<String> listening() {
        List<String> prefix = List.of(find("env").toString(), "--default-signal=INT");
        try {
            int result = new ProcessBuilder(prefix.get(0), prefix.get(1), "true")
                    .start()
                    .waitFor();
            return result == 0 ? prefix : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Java of this test, so that the scripts need not look for one. */
    static Shell withJava(Path folder) throws IOException {
        return withoutJava(folder).with("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The tools that the scripts need and no Java, wherever the system has one. */
    static Shell withoutJava(Path folder) throws IOException {
        Path tools = Files.createDirectories(Path.of("target/tools")).toAbsolutePath();
        for (String tool : TOOLS) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, find(tool));
            }
        }
        return new Shell(
                folder,
                Map.of(
                        "PATH",
                        tools.toString(),
                        "HOME",
                        folder.resolve("home").toString(),
                        "ELT_JAVA_FOLDERS",
                        "",
                        "ELT_STARTUP_ARCHIVE",
                        "off"));
    }

    private static Path find(String tool) {
        for (String candidate : System.getenv("PATH").split(":")) {
            Path file = Path.of(candidate, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException(tool + " is not on the PATH of this test");
    }

    Shell with(String variable, Object value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value.toString());
        return new Shell(folder, changed);
    }

    Shell in(Path otherFolder) {
        return new Shell(otherFolder, environment);
    }

    Finished run(Object... command) {
        return start(command).finish();
    }

    Running start(Object... command) {
        List<String> words = new ArrayList<>(LISTENING);
        for (Object word : command) {
            words.add(word.toString());
        }
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Finished(int exitCode, String out, String err) {}

    record Running(Process process, Path out, Path err) {
        Finished finish() {
            try {
                if (!process.waitFor(2, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("does not end; it said: " + Files.readString(out) + Files.readString(err));
                }
                return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What the process writes to this file, which it does when it has come so far. */
        String awaitContentOf(Path file) throws IOException, InterruptedException {
            Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
            while (Instant.now().isBefore(deadline)) {
                if (Files.exists(file) && Files.size(file) > 0) {
                    return Files.readString(file);
                }
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            throw new AssertionError(file + " is not written: " + Files.readString(out) + Files.readString(err));
        }

        /** Sends a signal as a terminal or an operator does: {@code INT}, {@code TERM}. */
        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
