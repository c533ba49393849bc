package io.elt.bench.side;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** What a side says, kept in a file. The start of its first job is noticed as it is said, before its line has ended. */
final class Output {
    private static final Pattern FIRST_JOB = Pattern.compile("^1 of \\d+ START ", Pattern.MULTILINE);
    private static final int TAIL = 4_000;

    private final Path file;
    private final CompletableFuture<FirstJob> firstJob = new CompletableFuture<>();

    private Output(Path file) {
        this.file = file;
    }

    static Output follow(Process process, long started, Path file) {
        Output output = new Output(file);
        Thread thread = new Thread(() -> output.copy(process, started), "output");
        thread.setDaemon(true);
        thread.start();
        return output;
    }

    FirstJob awaitFirstJob() throws IOException, InterruptedException {
        try {
            return firstJob.get();
        } catch (ExecutionException e) {
            throw new IOException("no job was started: " + e.getCause().getMessage() + "; it said:\n" + tail(), e);
        }
    }

    String tail() throws IOException {
        String said = Files.exists(file) ? Files.readString(file) : "";
        return said.substring(Math.max(0, said.length() - TAIL));
    }

    private void copy(Process process, long started) {
        StringBuilder said = new StringBuilder();
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                out.flush();
                if (!firstJob.isDone()) {
                    said.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                    look(said, process, started);
                }
            }
            firstJob.completeExceptionally(new IOException("the process ended before"));
        } catch (IOException e) {
            firstJob.completeExceptionally(e);
        }
    }

    private void look(CharSequence said, Process process, long started) {
        if (FIRST_JOB.matcher(said).find()) {
            long now = System.nanoTime();
            firstJob.complete(new FirstJob(now, (now - started) / 1e9, ProcessFigures.cpuSeconds(process.toHandle())));
        }
    }
}
