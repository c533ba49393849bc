package io.elt.bench.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the operating system knows of a process. */
final class ProcessFigures {
    private static final String PEAK = "VmHWM:";

    private ProcessFigures() {}

    static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    static double peakMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            throw new IOException("there is no " + status + ": the benchmark needs Linux, which tells there how much"
                    + " memory a process had");
        }
        return peakMegabytes(Files.readString(status));
    }

    static double peakMegabytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith(PEAK))
                .mapToDouble(line -> Double.parseDouble(
                                line.substring(PEAK.length()).replace("kB", "").strip())
                        / 1024)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the status of the process has no " + PEAK));
    }
}
