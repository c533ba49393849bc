package io.elt.bench;

import io.elt.bench.bank.BankSize;
import io.elt.bench.bank.Branches;
import io.elt.bench.bank.LoadedBank;
import io.elt.bench.bank.RunFolder;
import io.elt.bench.figure.Figure;
import io.elt.bench.figure.Measurement;
import io.elt.bench.figure.Side;
import io.elt.bench.side.FirstJob;
import io.elt.bench.side.Homes;
import io.elt.bench.side.SideProcess;
import io.elt.cli.run.Progress;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs both sides in turns, so that what else goes on in the machine meets both alike. */
final class Bench {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Homes homes;
    private final Path project;
    private final Path folder;
    private final Sizes sizes;
    private final Progress progress;

    /**
     * @param project the project whose SQL is run
     * @param folder for all that the runs leave behind
     */
    Bench(Homes homes, Path project, Path folder, Sizes sizes, Progress progress) {
        this.homes = homes;
        this.project = project;
        this.folder = folder;
        this.sizes = sizes;
        this.progress = progress;
    }

    List<Measurement> run(List<Side> sides) throws IOException, InterruptedException {
        progress.say("LOAD a bank with " + sizes.transactions() + " transactions");
        LoadedBank bank =
                LoadedBank.load(folder.resolve("bank-" + sizes.transactions()), BankSize.of(sizes.transactions()));
        List<Measurement> measurements = new ArrayList<>();
        for (int round = 1; round <= sizes.rounds(); round++) {
            for (Side side : sides) {
                progress.say("ROUND " + round + " of " + sizes.rounds() + ": " + side.text());
                measurements.add(new Measurement(round, side, measure(side, bank)));
            }
        }
        return measurements;
    }

    private Map<Figure, Double> measure(Side side, LoadedBank bank) throws IOException, InterruptedException {
        Path run = RunFolder.make(folder.resolve(side.text()), project, bank);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        try (SideProcess process = SideProcess.start(homes, side, run)) {
            catchUp(process, new Branches(bank.truth()), figures);
            stayFresh(process, figures);
            figures.put(Figure.TOTAL_CPU, process.cpuSeconds());
            figures.put(Figure.PEAK_MEMORY, process.peakMegabytes());
            figures.put(Figure.PEAK_HEAP, process.peakHeapMegabytes());
            process.stop();
        }
        if (side == Side.ELT) {
            runOnce(run, figures);
        }
        return figures;
    }

    private void catchUp(SideProcess process, Branches branches, Map<Figure, Double> figures)
            throws IOException, InterruptedException {
        FirstJob first = process.awaitFirstJob();
        try (StarRocks starRocks = process.connect()) {
            Waiting.until(
                    process,
                    "all transactions",
                    sizes.longestCatchUp(),
                    LOOK_AGAIN,
                    () -> branches.areComplete(starRocks));
        }
        double seconds = (System.nanoTime() - first.nanoTime()) / 1e9;
        double cpuSeconds = process.cpuSeconds() - first.cpuSeconds();
        figures.put(Figure.START, first.secondsAfterStart());
        figures.put(Figure.CATCH_UP, seconds);
        figures.put(Figure.ROWS_PER_SECOND, sizes.transactions() / seconds);
        figures.put(Figure.CATCH_UP_CPU, cpuSeconds);
        figures.put(Figure.CPU_PER_ROW, cpuSeconds / sizes.transactions() * 1e6);
        progress.say(String.format("  all visible after %.1f s, %.1f s of CPU", seconds, cpuSeconds));
    }

    private void stayFresh(SideProcess process, Map<Figure, Double> figures) throws IOException, InterruptedException {
        Freshness.Found found = Freshness.measure(process, sizes.rate(), sizes.warmUp(), sizes.duration());
        figures.put(Figure.FRESHNESS_P50, found.latencies().percentile(50));
        figures.put(Figure.FRESHNESS_P99, found.latencies().percentile(99));
        figures.put(Figure.FRESHNESS_MAX, found.latencies().max());
        figures.put(Figure.STEADY_CORES, found.cores());
        progress.say(String.format(
                "  freshness of %d probes: p50 %.2f s, p99 %.2f s",
                found.latencies().count(),
                found.latencies().percentile(50),
                found.latencies().percentile(99)));
    }

    /** What waiting for the end of the graph costs by itself: everything has been read before. */
    private void runOnce(Path run, Map<Figure, Double> figures) throws IOException, InterruptedException {
        try (SideProcess process = SideProcess.start(homes, Side.ELT, run, "--once")) {
            FirstJob first = process.awaitFirstJob();
            process.awaitEnd();
            figures.put(Figure.ONCE, (System.nanoTime() - first.nanoTime()) / 1e9);
        }
    }
}
