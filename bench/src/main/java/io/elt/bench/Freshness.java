package io.elt.bench;

import io.elt.bench.figure.Latencies;
import io.elt.bench.side.SideProcess;
import io.elt.local.bank.BankTraffic;
import io.elt.local.bank.TrafficSpec;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long it takes from an event being written to StarRocks showing it, while a bank goes about its business. */
final class Freshness {
    private static final long SEED = 7;
    private static final double DIRTY_RATIO = 0.01;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final long BETWEEN_PROBES = TimeUnit.MILLISECONDS.toNanos(100);

    private final SideProcess process;
    private final Probes probes;
    private final Duration warmUp;
    private final Duration duration;
    private final List<Long> written = new ArrayList<>();
    private final List<Double> latencies = new ArrayList<>();
    private double cpuSeconds;
    private double wallSeconds;

    /**
     * @param cores how busy the process was meanwhile
     */
    record Found(Latencies latencies, double cores) {}

    private Freshness(SideProcess process, Probes probes, Duration warmUp, Duration duration) {
        this.process = process;
        this.probes = probes;
        this.warmUp = warmUp;
        this.duration = duration;
    }

    /**
     * @param rate changes of the bank a second
     * @param warmUp how long probes are not counted yet
     */
    static Found measure(SideProcess process, double rate, Duration warmUp, Duration duration)
            throws IOException, InterruptedException {
        TrafficSpec spec = new TrafficSpec(rate, SEED, DIRTY_RATIO);
        try (BankTraffic traffic = BankTraffic.start(process.kafka(), spec);
                StarRocks starRocks = process.connect();
                Probes probes = Probes.open(process.kafka(), starRocks)) {
            Waiting.until(process, "the account of the probes", PATIENCE, LOOK_AGAIN, probes::isOpen);
            Freshness freshness = new Freshness(process, probes, warmUp, duration);
            freshness.run();
            traffic.stop();
            return new Found(Latencies.of(freshness.latencies), freshness.cpuSeconds / freshness.wallSeconds);
        }
    }

    private void run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        long countedFrom = start + warmUp.toNanos();
        long end = countedFrom + duration.toNanos();
        long next = start;
        int seen = 0;
        int warmUpProbes = -1;
        double cpuAtStart = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            if (warmUpProbes < 0 && now >= countedFrom) {
                warmUpProbes = probes.sent();
                cpuAtStart = process.cpuSeconds();
            }
            if (now >= next) {
                written.add(System.nanoTime());
                probes.send();
                next += BETWEEN_PROBES;
            }
            seen = look(seen, warmUpProbes < 0 ? Integer.MAX_VALUE : warmUpProbes);
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
        cpuSeconds = process.cpuSeconds() - cpuAtStart;
        wallSeconds = (System.nanoTime() - countedFrom) / 1e9;
        int[] last = {seen};
        int counted = warmUpProbes;
        Waiting.until(process, "the last probe", PATIENCE, LOOK_AGAIN, () -> {
            last[0] = look(last[0], counted);
            return last[0] == probes.sent();
        });
    }

    /** Notes which probes are visible that were not before; returns how many are. */
    private int look(int seenBefore, int firstCounted) {
        int visible = probes.visible();
        long now = System.nanoTime();
        for (int probe = Math.max(seenBefore, firstCounted); probe < visible; probe++) {
            latencies.add((now - written.get(probe)) / 1e9);
        }
        return visible;
    }
}
