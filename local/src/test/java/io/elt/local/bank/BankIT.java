package io.elt.local.bank;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.file.BankFiles;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.log.BankLog;
import io.elt.local.bank.log.BankOffsets;
import io.elt.local.bank.log.BankPublisher;
import io.elt.local.bank.log.BankTopics;
import io.elt.local.bank.log.LogRecord;
import io.elt.local.bank.truth.BranchRow;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.local.bank.truth.QuarantinedRecord;
import io.elt.local.kafka.EmbeddedKafka;
import io.elt.local.kafka.KafkaConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class BankIT {
    private static final BankSpec SPEC = new BankSpec(7, 20, 100, 20, 30, 6_000, 0.01);
    private static final TrafficSpec TRAFFIC = new TrafficSpec(2_000, 7, 0.01);

    @TempDir
    private Path folder;

    private EmbeddedKafka kafka;

    @BeforeEach
    void startKafka() throws IOException {
        kafka = EmbeddedKafka.start(new KafkaConfig(folder.resolve("kafka"), "127.0.0.1", 0));
    }

    @AfterEach
    void stopKafka() throws IOException {
        kafka.close();
    }

    @Test
    void aBankFromFilesArrivesWholeWithItsDirt() throws IOException {
        LoadCounts counts = load(BankSource.folder(BankFiles.write(folder)));
        assertThat(counts.totalWritten()).isEqualTo(13);
        BranchTruth truth = truth();
        assertThat(truth.rows())
                .extracting(BranchRow::district, BranchRow::deposits, BranchRow::loansGranted)
                .containsExactly(
                        tuple("Lhota", money("500.00"), money("96396.00")),
                        tuple("Brod", money("5123.00"), money("0.00")));
        assertThat(truth.quarantined()).isEqualTo(1);
        assertThat(truth.firstQuarantined())
                .containsExactly(new QuarantinedRecord(
                        "bank.transaction", 0, 3, "not JSON: Unexpected end-of-input in VALUE_STRING"));
    }

    @Test
    void dirtDoesNotChangeTheBranches() throws IOException {
        LoadCounts counts = load(BankSource.generated(SPEC));
        BranchTruth dirty = truth();
        long records = counts.totalWritten();
        long clean = SPEC.districts() + 2L * SPEC.clients() + SPEC.accounts() + SPEC.loans() + SPEC.transactions();
        assertThat(dirty.quarantined()).isEqualTo(records - clean).isGreaterThan(60);
        assertThat(records().stream().filter(record -> record.value() != null && record.value().length > 1 << 20))
                .hasSize(1);
        assertThat(dirty.rows()).isEqualTo(rows(BankSource.generated(SPEC.withDirtyRatio(0))));
        assertThat(dirty.rows()).hasSize(SPEC.districts());
    }

    @Test
    void aBankIsLoadedOnceAlsoAfterTrafficAndARestart() throws Exception {
        load(BankSource.generated(SPEC));
        BankTraffic traffic = BankTraffic.start(kafka.bootstrapServers(), TRAFFIC);
        awaitChanges(traffic, 1_000);
        TrafficCounts counts = traffic.stop();
        assertThat(counts.acknowledged()).isEqualTo(counts.records());
        BranchTruth before = truth();

        kafka.close();
        startKafka();
        LoadCounts again = load(BankSource.generated(SPEC));
        assertThat(again.totalWritten()).isZero();
        assertThat(again.totalFound()).isGreaterThan(6_000);
        assertThat(truth()).isEqualTo(before);

        BankTraffic resumed = BankTraffic.start(kafka.bootstrapServers(), TRAFFIC);
        awaitChanges(resumed, 1_000);
        long dirty = resumed.stop().dirty();
        assertThat(truth().quarantined()).isEqualTo(before.quarantined() + dirty);
    }

    @Test
    void aLoadThatWasKilledGoesOnWhereItStopped() throws IOException {
        for (int partitions : new int[] {1, 3}) {
            BankSource source = BankSource.generated(SPEC.withSeed(partitions));
            KafkaConfig config = new KafkaConfig(folder.resolve("kafka" + partitions), "127.0.0.1", 0);
            try (EmbeddedKafka other = EmbeddedKafka.start(config)) {
                assertThatThrownBy(() -> BankLoader.load(
                                other.bootstrapServers(), new DiesAfter(source, new AtomicInteger(3_000)), partitions))
                        .hasMessage("killed");
                assertThat(BankOffsets.current(other.bootstrapServers()).total())
                        .isEqualTo(3_000);
                LoadCounts counts = BankLoader.load(other.bootstrapServers(), source, partitions);
                assertThat(counts.totalFound()).isEqualTo(3_000);
                assertThat(BankOffsets.current(other.bootstrapServers()).ends().get(BankTable.TRANSACTION))
                        .hasSize(partitions);
                assertThat(BranchTruth.read(other.bootstrapServers()).rows()).isEqualTo(rows(source));
            }
        }
    }

    @Test
    void anotherBankIsNotMixedIn() throws IOException {
        load(BankSource.generated(SPEC));
        assertThatThrownBy(() -> load(BankSource.generated(SPEC.withSeed(8))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bank.district")
                .hasMessageContaining("seed=7")
                .hasMessageContaining("seed=8");
        assertThatThrownBy(() -> load(BankSource.folder(BankFiles.write(folder))))
                .hasMessageContaining("already holds generated bank");
    }

    @Test
    void recordsOfSomebodyElseAreNotTakenForALoad() throws IOException {
        BankTopics.create(kafka.bootstrapServers(), 1);
        try (BankPublisher publisher = BankPublisher.open(kafka.bootstrapServers())) {
            publisher.send(BankRecord.of(BankTable.LOAN, "1", "{}"));
            publisher.flush();
        }
        assertThatThrownBy(() -> load(BankSource.generated(SPEC))).hasMessageContaining("records from elsewhere");
    }

    @Test
    void trafficNeedsABank() throws IOException {
        BankTopics.create(kafka.bootstrapServers(), 1);
        assertThatThrownBy(() -> BankTraffic.start(kafka.bootstrapServers(), TRAFFIC))
                .hasMessageContaining("load a bank first");
    }

    @Test
    void trafficOutlivesARestartOfTheBroker() throws Exception {
        load(BankSource.generated(SPEC));
        int port = Integer.parseInt(kafka.bootstrapServers().substring("127.0.0.1:".length()));
        BankTraffic traffic = BankTraffic.start(kafka.bootstrapServers(), TrafficSpec.perSecond(500));
        awaitChanges(traffic, 200);
        kafka.close();
        long atClose = traffic.counts().totalChanges();
        kafka = EmbeddedKafka.start(new KafkaConfig(folder.resolve("kafka"), "127.0.0.1", port));
        awaitChanges(traffic, atClose + 500);
        assertThat(traffic.failure()).isEmpty();
        TrafficCounts counts = traffic.stop();
        assertThat(counts.acknowledged()).isEqualTo(counts.records());
        LoadCounts loaded = load(BankSource.generated(SPEC));
        assertThat(BankOffsets.current(kafka.bootstrapServers()).total())
                .as("nothing twice, nothing missing")
                .isEqualTo(loaded.totalFound() + counts.records());
    }

    @Test
    void trafficThatCannotWriteSaysSo() throws Exception {
        load(BankSource.generated(SPEC));
        BankTraffic traffic = BankTraffic.start(kafka.bootstrapServers(), TrafficSpec.perSecond(500));
        awaitChanges(traffic, 100);
        kafka.close();
        assertThatThrownBy(traffic::stop)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write to the bank's topics");
        startKafka();
    }

    @Test
    void theTruthOfAnEarlierMomentStaysTheSame() throws Exception {
        load(BankSource.generated(SPEC));
        BankOffsets then = BankOffsets.current(kafka.bootstrapServers());
        BranchTruth before = BranchTruth.read(kafka.bootstrapServers(), then);
        try (BankTraffic traffic = BankTraffic.start(kafka.bootstrapServers(), TRAFFIC)) {
            awaitChanges(traffic, 2_000);
            assertThat(BranchTruth.read(kafka.bootstrapServers(), then)).isEqualTo(before);
        }
        assertThat(truth()).isNotEqualTo(before);
        assertThat(truth().topics().get(BankTable.TRANSACTION).records())
                .isEqualTo(BankOffsets.current(kafka.bootstrapServers()).total(BankTable.TRANSACTION));
    }

    /** A bank whose load ends in the middle. */
    private record DiesAfter(BankSource source, AtomicInteger left) implements BankSource {
        @Override
        public String description() throws IOException {
            return source.description();
        }

        @Override
        public void read(BankTable table, BankEvents events, Consumer<BankRecord> sink) throws IOException {
            source.read(table, events, record -> {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("killed");
                }
                sink.accept(record);
            });
        }
    }

    private static List<BranchRow> rows(BankSource source) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        for (BankTable table : BankTable.values()) {
            source.read(
                    table, new BankEvents(() -> 1), record -> records.add(new LogRecord(table, 0, 0, record.value())));
        }
        return BranchTruth.of(records).rows();
    }

    private LoadCounts load(BankSource source) throws IOException {
        return BankLoader.load(kafka.bootstrapServers(), source);
    }

    private BranchTruth truth() throws IOException {
        return BranchTruth.read(kafka.bootstrapServers());
    }

    private List<LogRecord> records() throws IOException {
        List<LogRecord> records = new ArrayList<>();
        BankLog.read(kafka.bootstrapServers(), BankOffsets.current(kafka.bootstrapServers()), records::add);
        return records;
    }

    private static void awaitChanges(BankTraffic traffic, long changes) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (traffic.counts().totalChanges() < changes) {
            assertThat(traffic.failure()).isEmpty();
            assertThat(System.nanoTime()).as("60 s for " + changes + " changes").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
