package io.elt.local.bank;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.generate.ChangeKind;
import io.elt.local.bank.generate.LiveBank;
import io.elt.local.bank.generate.LiveChange;
import io.elt.local.bank.log.BankPublisher;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a loaded bank busy, on a thread of its own, until it is stopped. A broker that is away for less than two minutes
 * delays it; after that it ends and says why.
 */
public final class BankTraffic implements AutoCloseable {
    private static final long TICK_MILLIS = 10;
    private static final long STOP_TIMEOUT_MILLIS = 5_000;

    private final TrafficSpec spec;
    private final LiveBank bank;
    private final BankPublisher publisher;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Map<ChangeKind, Long> changes = new EnumMap<>(ChangeKind.class);
    private final Thread thread = new Thread(this::run, "bank-traffic");
    private long records;
    private long dirty;
    private Exception failure;

    private BankTraffic(TrafficSpec spec, LiveBank bank, BankPublisher publisher) {
        this.spec = spec;
        this.bank = bank;
        this.publisher = publisher;
    }

    /** Reads the bank's state from the topics, then starts. */
    public static BankTraffic start(String bootstrapServers, TrafficSpec spec) throws IOException {
        BankEvents events = new BankEvents(System::currentTimeMillis);
        LiveBank bank = LiveBank.resume(bootstrapServers, events, spec.seed(), spec.dirtyRatio());
        BankTraffic traffic = new BankTraffic(spec, bank, BankPublisher.open(bootstrapServers));
        traffic.thread.setDaemon(true);
        traffic.thread.start();
        return traffic;
    }

    public synchronized TrafficCounts counts() {
        return new TrafficCounts(
                Collections.unmodifiableMap(new EnumMap<>(changes)), records, dirty, publisher.acknowledged());
    }

    /** Why it ended by itself, if it did. */
    public synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends when all that was made is written; fails when something could not be. */
    public TrafficCounts stop() throws IOException {
        close();
        Optional<Exception> problem = failure();
        if (problem.isPresent()) {
            throw new IOException(
                    "the bank's traffic ended early: " + problem.get().getMessage(), problem.get());
        }
        publisher.requireNoFailure();
        return counts();
    }

    @Override
    public void close() {
        stopRequested.countDown();
        awaitEnd();
        publisher.close();
        // Without a broker the thread hangs in writing until then.
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            thread.join(STOP_TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            runUntilStopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                failure = e;
            }
        }
    }

    private void runUntilStopped() throws IOException, InterruptedException {
        long start = System.nanoTime();
        long done = 0;
        while (!stopRequested.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            long due = (long) ((System.nanoTime() - start) / 1e9 * spec.changesPerSecond());
            while (done < due && stopRequested.getCount() > 0) {
                send(bank.next());
                done++;
            }
        }
    }

    private void send(LiveChange change) throws IOException {
        for (BankRecord record : change.records()) {
            publisher.send(record);
        }
        synchronized (this) {
            changes.merge(change.kind(), 1L, Long::sum);
            records += change.records().size();
            dirty += change.dirty();
        }
    }
}
