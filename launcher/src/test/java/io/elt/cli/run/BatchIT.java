package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.plan.TableName;
import io.elt.status.Lake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bank as a stream, and then the same files as batches over the lake that the stream has left: the same tables, as often
 * as they are asked for.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BatchIT {
    private static final String[] FILES = {"layer:dim", "layer:dwd", "layer:dws", "layer:ads"};
    private static final List<TableName> TABLES = List.of(
            new TableName("lake", "dim", "district"),
            new TableName("lake", "dwd", "client"),
            new TableName("lake", "dwd", "account"),
            new TableName("lake", "dwd", "loan"),
            new TableName("lake", "dwd", "transaction"),
            new TableName("lake", "dws", "account"),
            new TableName("lake", "dws", "deposit"),
            new TableName("lake", "dws", "deposit_daily"),
            new TableName("lake", "dws", "loan"),
            new TableName("lake", "dws", "loan_daily"));

    @TempDir
    private static Path folder;

    private static ProjectCopy project;
    private static String asOf;
    private static Map<TableName, List<List<String>>> streamed;
    private static List<String> servedByStream;

    @BeforeAll
    static void stream() throws IOException {
        project = ProjectCopy.in(folder.resolve("bank"));
        Outcome demo = project.elt("demo", "--once", "--transactions", "2000", "--output", "json");
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        streamed = tables();
        servedByStream = served();
        asOf = Instant.now().toString();
    }

    private static Map<TableName, List<List<String>>> tables() {
        Map<TableName, List<List<String>>> tables = new TreeMap<>();
        for (TableName table : TABLES) {
            tables.put(table, rows(table));
        }
        return tables;
    }

    private static List<List<String>> rows(TableName table) {
        LakeRows lake = LakeRows.of(project);
        return lake.read(table, lake.columns(table)).stream()
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    private static Outcome batch(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", "--mode", "batch", "--output", "json"));
        all.addAll(List.of(arguments));
        return project.elt(all.toArray(String[]::new));
    }

    private static Outcome asOf(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--to", asOf));
        return batch(all.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void whereStreamsWouldGoOnItIsRefused() {
        Outcome outcome = asOf("dws_deposit");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("ELT1024", "dws_deposit, ads_branch", "--fresh")
                .doesNotContain("START embedded stack");
    }

    @Test
    @Order(2)
    void wrongDatesAreWrongUsage() {
        assertThat(batch("dws_deposit", "--to", "tomorrow").err()).contains("ELT1020", "--to tomorrow");
        assertThat(batch("dws_deposit", "--from", "2024-02-01", "--to", "2024-01-01")
                        .err())
                .contains("ELT1020", "is not before");
        Outcome stream = project.elt("run", "--once", "--from", "2024-01-01");
        assertThat(stream.exitCode()).isEqualTo(2);
        assertThat(stream.err()).contains("--from and --to need --mode batch");
    }

    @Test
    @Order(3)
    void thePartOfASumIsNoSum() {
        Outcome outcome = batch("dws_deposit", "dwd_transaction", "--from", "2024-01-01", "--to", asOf);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("sql/dws_deposit.sql", "sql/dwd_transaction.sql", "ELT1022", "decides which rows there are")
                .contains("leave --from out");
    }

    @Test
    @Order(4)
    void beforeTheFirstSnapshotNobodyKnows() {
        Outcome outcome = batch("dwd_client", "--to", "2024-01-01", "--fresh");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("ELT1023", "lake.ods.client at 2024-01-01T00:00:00Z", "its first row");
    }

    @Test
    @Order(5)
    void theBatchGivesWhatTheStreamGave() throws IOException {
        // Nothing is to be taken for the batch's that the stream has left.
        delete(project.eltFolder().path().resolve("starrocks"));
        delete(project.eltFolder().warehouse().resolve("dws.db"));
        List<String> arguments = new ArrayList<>(List.of(FILES));
        arguments.add("--fresh");
        Outcome outcome = asOf(arguments.toArray(String[]::new));

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.rows()).hasSize(11);
        Map<TableName, List<List<String>>> batched = tables();
        assertThat(batched.keySet()).isEqualTo(streamed.keySet());
        batched.forEach((table, rows) ->
                assertThat(rows).as(table.toString()).isNotEmpty().isEqualTo(streamed.get(table)));
        assertThat(served()).isEqualTo(servedByStream).noneMatch("[]"::equals);
    }

    @Test
    @Order(6)
    void whatIsDoneIsLeftAlone() throws IOException {
        long before = snapshots();

        Outcome again = asOf("layer:dim", "layer:dwd", "layer:dws");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.rows()).hasSize(8).allSatisfy(row -> assertThat(row).containsEntry("result", "was done"));
        assertThat(snapshots()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void afterAKillItGoesOnAndGivesTheSame() throws IOException {
        // Other options of the tables make other jobs of them: nothing of this was done before.
        String files = "dim_district dwd_client dws_deposit";
        String[] run = ("run " + files + " --mode batch --var history=29d --to " + asOf).split(" ");
        try (EltProcess killed = EltProcess.start(project, run)) {
            killed.await(() -> assertThat(killed.log()).contains("3 of 3 BATCH dws_deposit"));
            killed.kill();
        }

        Outcome next = project.elt(run);

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(next.err()).contains("LEAVE dim_district", "LEAVE dwd_client", "3 of 3 BATCH dws_deposit");
        TABLES.forEach(table -> assertThat(rows(table)).as(table.toString()).isEqualTo(streamed.get(table)));
    }

    private static List<String> served() {
        return Stream.of("account", "branch", "branch_daily")
                .map(table ->
                        project.elt("query", "--on", "starrocks", "SELECT * FROM ads." + table, "--output", "json"))
                .peek(answer -> assertThat(answer.exitCode()).as(answer.err()).isZero())
                .map(answer -> answer.rows().stream()
                        .map(Map::toString)
                        .sorted()
                        .toList()
                        .toString())
                .toList();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long snapshots() {
        try (Lake lake = LakeRows.of(project).lake()) {
            return TABLES.stream()
                    .mapToLong(table -> lake.latestSnapshot(table).orElse(0))
                    .sum();
        }
    }
}
