package io.elt.deployment;

import io.elt.plan.Column;
import io.elt.plan.FileAddress;
import io.elt.plan.TableName;
import io.elt.plan.operator.ChangelogKind;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Meaning;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.plan.operator.TimeKind;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The record in a real lake, and everybody who writes it at the same time. */
class DeploymentRecordTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final TableName DEPOSIT = new TableName("lake", "dws", "deposit");

    @TempDir
    private Path folder;

    private Map<String, Map<String, String>> lakes() {
        return Map.of("lake", properties(folder));
    }

    private static Map<String, String> properties(Path warehouse) {
        return Map.of("type", "paimon", "warehouse", FileAddress.ofLake(warehouse));
    }

    @Test
    void anEntryComesBackAsItWas() {
        Operator scan = new Operator(
                1,
                OperatorType.TABLE_SOURCE_SCAN,
                "reads it",
                List.of(),
                List.of(new Column("id", "INT")),
                ChangelogKind.RETRACT,
                true,
                List.of(List.of("id")),
                List.of(),
                List.of(),
                TimeKind.NONE,
                false,
                List.of(DEPOSIT),
                List.of(),
                new Meaning(List.of(), "reads", "lake.dws.deposit"),
                List.of(0));
        Deployment written = new Deployment(
                Deployment.newId(NOON),
                "bank",
                "local",
                "dws_deposit",
                Action.UPGRADE,
                new Author(
                        NOON,
                        "ann",
                        "desk",
                        Optional.of(new GitCommit("0123456789abcdef", true)),
                        Map.of("elt", "1.0", "flink", "1.20.1")),
                new Program(
                        List.of("CREATE CATALOG lake", "INSERT INTO \"t\"\nSELECT 'ž'"),
                        Map.of("parallelism.default", "2"),
                        Optional.of(new JobOperators("dws_deposit", List.of(scan), List.of(), List.of())),
                        "f00"),
                new Remains(
                        Optional.of("file:/state/chk-7"),
                        Optional.of("file:/state/savepoint-1"),
                        Map.of(DEPOSIT, "elt-1"),
                        Map.of(new TableName("lake", "dwd", "transaction"), 42L)));
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            record.write("lake", written);
        }
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            assertThat(record.of("bank", "local", "dws_deposit")).containsExactly(written);
        }
    }

    @Test
    void theNewestComesFirstAndOtherJobsTargetsAndProjectsStayOut() {
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            assertThat(record.of("bank", "local")).isEmpty();
            Deployment first = Deployments.of("a", NOON);
            Deployment second = Deployments.of("a", NOON.plusMillis(1));
            Deployment other = Deployments.of("b", NOON.plusSeconds(9));
            List.of(second, other, first).forEach(deployment -> record.write("lake", deployment));

            assertThat(record.of("bank", "local", "a")).containsExactly(second, first);
            assertThat(record.of("bank", "local")).containsExactly(other, second, first);
            assertThat(record.of("bank", "prod")).isEmpty();
            assertThat(record.of("shop", "local", "a")).isEmpty();
        }
    }

    @Test
    void writersAtTheSameTimeAllLand() throws Exception {
        ExecutorService engineers = Executors.newFixedThreadPool(4);
        List<Future<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String job = "job" + i;
            Callable<List<String>> writes = () -> write(job, 6);
            all.add(engineers.submit(writes));
        }
        List<String> acknowledged = new ArrayList<>();
        for (Future<List<String>> each : all) {
            acknowledged.addAll(each.get());
        }
        engineers.shutdown();

        assertThat(acknowledged).hasSize(24);
        assertThat(idsInTheRecord()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private List<String> write(String job, int times) {
        List<String> ids = new ArrayList<>();
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            for (int i = 0; i < times; i++) {
                Deployment deployment = Deployments.of(job, Instant.now());
                record.write("lake", deployment);
                ids.add(deployment.id());
            }
        }
        return ids;
    }

    @Test
    void processesThatAreKilledLeaveTheRecordWhole() throws Exception {
        List<Path> said = List.of(folder.resolve("first.txt"), folder.resolve("second.txt"));
        List<Process> writers = new ArrayList<>();
        try {
            for (Path out : said) {
                writers.add(startWriter(out));
            }
            Instant deadline = Instant.now().plusSeconds(60);
            while (!said.stream().allMatch(out -> ids(out).size() >= 5)) {
                assertThat(Instant.now()).as("both write").isBefore(deadline);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } finally {
            writers.forEach(Process::destroyForcibly);
        }
        for (Process writer : writers) {
            writer.waitFor();
        }
        List<String> acknowledged =
                said.stream().flatMap(out -> ids(out).stream()).toList();

        assertThat(idsInTheRecord()).doesNotHaveDuplicates().containsAll(acknowledged);
        List<String> after = write("after", 1);
        assertThat(idsInTheRecord()).containsAll(after);
    }

    /** The lines that were written to their ends. */
    private static List<String> ids(Path out) {
        try {
            String text = Files.readString(out);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process startWriter(Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        folder.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> idsInTheRecord() {
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            return record.of("bank", "local").stream().map(Deployment::id).toList();
        }
    }

    /** Writes until it is killed, and says each id once it is written. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] arguments) {
            try (DeploymentRecord record = new DeploymentRecord(Map.of("lake", properties(Path.of(arguments[0]))))) {
                while (true) {
                    Deployment deployment = Deployments.of("endless", Instant.now());
                    record.write("lake", deployment);
                    System.out.println(deployment.id());
                }
            }
        }
    }

    @Test
    void aTableOfAnotherVersionIsReadAndWritten() throws Exception {
        Deployment before = Deployments.of("a", NOON);
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            record.write("lake", before);
        }
        try (Catalog catalog =
                CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(properties(folder))))) {
            catalog.alterTable(
                    Identifier.create(DeploymentRecord.DATABASE, DeploymentRecord.TABLE),
                    List.of(
                            SchemaChange.dropColumn("savepoint"),
                            SchemaChange.addColumn("of_a_later_version", DataTypes.INT())),
                    false);
        }
        Deployment after = Deployments.with(
                "a", NOON.plusSeconds(1), new Remains(Optional.empty(), Optional.of("file:/s"), Map.of(), Map.of()));
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            assertThat(record.of("bank", "local", "a")).containsExactly(before);
            record.write("lake", after);
            assertThat(record.of("bank", "local", "a")).containsExactly(after, before);
        }
    }

    @Test
    void entriesThatAreTakenOutAreGoneForEverybodyAndTheOthersStay() {
        Deployment old = Deployments.of("a", NOON);
        Deployment kept = Deployments.of("a", NOON.plusSeconds(1));
        Deployment other = Deployments.of("b", NOON);
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            record.write("lake", List.of(old, kept, other));
            record.delete("lake", List.of(old));
            record.delete("lake", List.of(old));
        }
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            assertThat(record.of("bank", "local")).containsExactlyInAnyOrder(kept, other);
        }
    }

    @Test
    void anOutlineTellsWhatIsLeftAndNotWhatWasExecuted() {
        Remains remains = new Remains(
                Optional.of("file:/from"), Optional.of("file:/to"), Map.of(DEPOSIT, "elt-1"), Map.of(DEPOSIT, 7L));
        Deployment written = Deployments.with("a", NOON, remains);
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            assertThat(record.outlines("lake", "bank", "local")).isEmpty();
            record.write("lake", List.of(written, Deployments.of("b", NOON)));

            assertThat(record.outlines("lake", "bank", "prod")).isEmpty();
            assertThat(record.outlines("lake", "bank", "local"))
                    .hasSize(2)
                    .filteredOn(Deployment::hasState)
                    .singleElement()
                    .satisfies(outline -> {
                        assertThat(outline.id()).isEqualTo(written.id());
                        assertThat(outline.author().at()).isEqualTo(NOON);
                        assertThat(outline.action()).isEqualTo(Action.START);
                        assertThat(outline.remains().savepoint()).contains("file:/to");
                        assertThat(outline.remains().restoredFrom()).contains("file:/from");
                        assertThat(outline.remains().tags()).isEqualTo(Map.of(DEPOSIT, "elt-1"));
                        assertThat(outline.program().statements()).isEmpty();
                    });
        }
    }

    @Test
    void aRecordThatCannotBeWrittenSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("elt.db"), "in the way");
        try (DeploymentRecord record = new DeploymentRecord(lakes())) {
            assertThatThrownBy(() -> record.write("lake", Deployments.of("a", NOON)))
                    .isInstanceOf(RecordException.class)
                    .hasMessageContaining("lake");
        }
        assertThat(file).hasContent("in the way");
    }

    @Test
    void idsAreUniqueAndSortByTheirSecond() {
        String id = Deployment.newId(NOON);
        assertThat(id).matches("20260301-120000-[0-9a-f]{6}");
        assertThat(Deployment.newId(NOON)).isNotEqualTo(id);
        assertThat(Deployment.newId(NOON.plusSeconds(1))).isGreaterThan(id);
    }
}
