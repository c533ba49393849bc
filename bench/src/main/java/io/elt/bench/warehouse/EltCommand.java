package io.elt.bench.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs short commands of elt, one at a time, as a user's shell does. */
final class EltCommand {
    /** Linux counts the time of ended children in hundredths, as user and system time. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int CHILDREN_USER = 13;

    private final Path elt;
    private final Path output;

    /**
     * @param output a file for what the commands print
     */
    EltCommand(Path eltHome, Path output) {
        this.elt = eltHome.resolve("bin/elt");
        this.output = output;
    }

    Answer run(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(elt.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("ELT_STARTUP_ARCHIVE", "make");
        double cpu = cpuOfEndedChildren();
        long started = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        double wall = (System.nanoTime() - started) / 1e9;
        return new Answer(wall, cpuOfEndedChildren() - cpu, exitCode, Files.readString(output));
    }

    private static double cpuOfEndedChildren() throws IOException {
        return cpuOfEndedChildren(Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1));
    }

    /** The name of the program is the only field with spaces, and stands in parentheses. */
    static double cpuOfEndedChildren(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1])) / TICKS_PER_SECOND;
    }
}
