package io.elt.docs;

import io.elt.cli.Elt;
import io.elt.docs.Transcript.Step;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Does what a page tells its reader to do: makes the files, types the commands, and compares what is shown. */
final class Reader {
    /** Data needs some seconds from its source to the table that a page asks. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String KAFKA_PORT = "9092";

    private final Map<String, String> environment;
    private final String kafkaPort;
    private Path folder;
    private StringWriter background;
    private CompletableFuture<Integer> running;

    /**
     * @param environment what the shell of the reader has; names the ports of the embedded stack
     */
    Reader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
        this.kafkaPort = environment.get("ELT_PORT_KAFKA");
    }

    void follow(Markdown page) throws Exception {
        for (Markdown.Block block : page.blocks()) {
            String place = page.file().getFileName() + ":" + block.line();
            if (block.file().isPresent()) {
                Files.writeString(folder.resolve(block.file().get()), block.content());
            } else if (block.is("console")) {
                for (Step step : Transcript.of(block.content()).steps()) {
                    type(step, place);
                }
            } else if (block.is("console background")) {
                start(Transcript.of(block.content()).steps().get(0), place);
            } else if (block.is("console stop")) {
                stop(block.content().substring("^C\n".length()), place);
            } else {
                fail(place + ": nobody tries out a block of '" + block.info() + "'");
            }
        }
    }

    /** Ends what a page that failed half way has left running. */
    void close() throws IOException, InterruptedException {
        if (running != null && !running.isDone()) {
            interrupt();
            running.orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> -1).join();
        }
    }

    private void type(Step step, String place) throws Exception {
        String command = step.command();
        if (command.startsWith("export ") || command.startsWith("alias ")) {
            return;
        }
        if (command.startsWith("cd ")) {
            folder = folder.resolve(command.substring("cd ".length()));
            return;
        }
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            String output = run(command);
            boolean asksAgain = command.startsWith("elt query") && System.nanoTime() - deadline < 0;
            if (step.fits(output) || !asksAgain) {
                assertThat(step.fits(output))
                        .as("%s: $ %s%nshows%n%s%nbut was%n%s%n%s", place, command, step.shown(), output, told())
                        .isTrue();
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private void start(Step step, String place) throws Exception {
        background = new StringWriter();
        StringWriter output = background;
        String[] arguments = arguments(step.command());
        running = CompletableFuture.supplyAsync(() -> elt(output, arguments));
        long deadline = System.nanoTime() + PATIENCE;
        while (!step.fits(upTo(output.toString(), step.shown()))) {
            assertThat(!running.isDone() && System.nanoTime() - deadline < 0)
                    .as("%s: $ %s%nshows%n%s%nbut was%n%s", place, step.command(), step.shown(), output)
                    .isTrue();
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    /** What a view redraws has no end: only the lines up to the last one that the page shows count. */
    private static String upTo(String output, String shown) {
        List<String> expected = shown.lines().toList();
        String last = expected.get(expected.size() - 1).replace("...", "");
        int start = output.indexOf('\n' + last);
        int end = start < 0 ? -1 : output.indexOf('\n', start + 1);
        return end < 0 ? "" : output.substring(0, end + 1);
    }

    private void stop(String shown, String place) throws Exception {
        int before = background.toString().length();
        interrupt();
        int exitCode = running.get(PATIENCE, TimeUnit.NANOSECONDS);
        String output = background.toString().substring(before);
        String stopped = output.substring(Math.max(0, output.indexOf("STOP ")));
        assertThat(new Step("^C", shown).fits(stopped))
                .as("%s: ^C%nshows%n%s%nbut was%n%s", place, shown, stopped)
                .isTrue();
        assertThat(exitCode).isZero();
    }

    /** As Ctrl-C does; SIGTERM, for a process that was started in the background may ignore the other. */
    private static void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill", "-TERM", String.valueOf(ProcessHandle.current().pid()))
                .start()
                .waitFor();
    }

    private String run(String command) throws Exception {
        if (command.startsWith("elt ")) {
            StringWriter output = new StringWriter();
            elt(output, arguments(command));
            return output.toString();
        }
        return shell(command.replace(KAFKA_PORT, kafkaPort));
    }

    private int elt(StringWriter output, String... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("ELT_DIRECTORY", folder.toString());
        PrintWriter writer = new PrintWriter(output, true);
        return new Elt(variables, writer, writer).execute(arguments);
    }

    /** Quotes mean what they mean to a shell. */
    private String[] arguments(String command) throws Exception {
        String words = command.substring("elt ".length());
        List<String> arguments = new ArrayList<>();
        shell("for word in " + words + "; do printf '%s\\n' \"$word\"; done")
                .lines()
                .forEach(arguments::add);
        return arguments.toArray(String[]::new);
    }

    private String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
        return output;
    }

    private String told() {
        return background == null ? "" : "elt run says\n" + background;
    }
}
