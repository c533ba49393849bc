package io.elt.cli.run;

import io.elt.local.bank.BankLoader;
import io.elt.local.bank.BankSource;
import io.elt.local.bank.BankTraffic;
import io.elt.local.bank.TrafficSpec;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/** A bank whose core system goes on whatever becomes of the jobs, and what its analysts see of it. */
final class BusyBank implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String kafka;
    private final String starRocks;
    private BankTraffic traffic;

    private BusyBank(String kafka, String starRocks) {
        this.kafka = kafka;
        this.starRocks = starRocks;
    }

    /**
     * Loads the bank's records into Kafka.
     *
     * @param starRocks address and port
     */
    static BusyBank loaded(String kafka, String starRocks) throws IOException {
        BankLoader.load(kafka, BankSource.generated(BankSpec.demo().withTransactions(2_000)));
        return new BusyBank(kafka, "jdbc:mysql://" + starRocks);
    }

    /** Transactions, moves, corrections, deletes. A broker that is away for less than two minutes delays them. */
    void live(double changesPerSecond) throws IOException {
        traffic = BankTraffic.start(kafka, TrafficSpec.perSecond(changesPerSecond));
    }

    /** Ends the traffic. */
    void rest() throws IOException {
        traffic.stop();
    }

    /** Ends the traffic, and waits until what analysts see is what the records in the topics say. */
    void settle() throws IOException {
        rest();
        assertTruth();
    }

    void assertTruth() {
        try (StarRocks analysts = StarRocks.connect(starRocks, "root", "")) {
            BranchTruth truth = BranchTruth.read(kafka);
            Retry.until(PATIENCE, () -> assertThat(
                            BranchCheck.read(analysts).differences(truth.rows()).rows())
                    .isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Repeats a question that has a number for its answer, until the answer is right. */
    void await(String query, LongConsumer check) {
        try (StarRocks analysts = StarRocks.connect(starRocks, "root", "")) {
            Retry.until(PATIENCE, () -> {
                Object answer = analysts.query(query).rows().get(0).get(0);
                check.accept(((Number) answer).longValue());
            });
        }
    }

    @Override
    public void close() {
        if (traffic != null) {
            traffic.close();
        }
    }
}
