package io.elt.bench.side;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands of an installation that end by themselves, one at a time, as a user's shell does. */
public final class EltCommand {
    /** Linux counts the time of ended children in hundredths, as user and system time. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int CHILDREN_USER = 13;

    private final Path elt;
    private final Path output;
    private final Map<String, String> environment;

    /**
     * @param output a file for what the commands print
     */
    public EltCommand(Path home, Path output) {
        this(home, output, Map.of());
    }

    /**
     * @param output a file for what the commands print
     * @param environment what they find there besides that of this process
     */
    public EltCommand(Path home, Path output, Map<String, String> environment) {
        this.environment = environment;
        this.elt = home.resolve("bin/elt");
        this.output = output;
    }

    public Answer run(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(elt.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("ELT_STARTUP_ARCHIVE", "make");
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
