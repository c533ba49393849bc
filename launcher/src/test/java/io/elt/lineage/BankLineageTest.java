package io.elt.lineage;

import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Planning;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Redactor;
import io.elt.plan.column.Influence;
import io.elt.project.Overrides;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The bank's lineage, next to what a person read out of its files. */
class BankLineageTest {
    private static final Path TRUTH = Path.of("src/test/resources/lineage/bank.txt");

    private static Lineage lineage;

    @BeforeAll
    static void read() {
        ProjectLoading loading = new ProjectLoading(Map.of(), new Redactor());
        LoadedProject loaded =
                loading.load(loading.read(Path.of("").toAbsolutePath().getParent(), Overrides.none(), Ports.DEFAULT));
        lineage = LineageReader.read(Planning.trace(loaded), loaded.serving());
    }

    @Test
    void everyViewIsFollowed() {
        assertThat(lineage.warnings()).isEmpty();
    }

    @Test
    void eachColumnDependsOnWhatIsWrittenDown() throws IOException {
        Map<String, Map<String, String>> truth = truth();

        assertThat(truth).hasSizeGreaterThan(15);
        truth.forEach((table, columns) -> assertThat(told(table)).as(table).isEqualTo(columns));
    }

    @Test
    void figuresOfTheDashboardComeFromFieldsOfTopics() {
        assertThat(direct("v_branch_asset_liability.deposits")).containsExactly("bank.transaction.amount");
        assertThat(direct("v_branch_asset_liability.loan_to_deposit"))
                .containsExactly("bank.loan.amount", "bank.transaction.amount");
        assertThat(direct("v_branch_asset_liability.district")).containsExactly("bank.district.name");
        assertThat(direct("v_branch_asset_liability.last_transaction")).containsExactly("bank.transaction.date");
        assertThat(direct("v_owner_group.age_from")).containsExactly("bank.client.birth_number");
        assertThat(direct("v_branch_asset_liability.accounts")).isEmpty();
    }

    @Test
    void whatDecidesAboutRowsReachesTheDashboardToo() {
        Map<String, String> origins = new TreeMap<>();
        lineage.graph()
                .origins(lineage.columns("v_branch_balance_daily.balance").get(0))
                .forEach((column, influences) -> origins.put(column.toString(), words(influences)));

        assertThat(origins)
                .containsEntry("bank.transaction.amount", "aggregation+conditional")
                .containsEntry("bank.transaction.cancelled", "filter")
                .containsEntry("bank.transaction._error", "filter")
                .containsEntry("bank.client._error", "filter")
                .containsEntry("bank.disposition.type", "join")
                .doesNotContainKey("bank.client.birth_number")
                .doesNotContainKey("bank.transaction.balance");
    }

    @Test
    void theQuarantineTakesMetadataOfAllTopics() {
        List<String> from = lineage
                .graph()
                .into(lineage.columns("quarantine.offset").get(0))
                .stream()
                .filter(step -> step.influence().isDirect())
                .map(step -> step.from().toString())
                .toList();

        assertThat(from).hasSize(6).contains("bank.transaction._offset", "bank.loan._offset");
    }

    private static List<String> direct(String column) {
        return lineage.graph().origins(lineage.columns(column).get(0)).entrySet().stream()
                .filter(origin -> origin.getValue().stream().anyMatch(Influence::isDirect))
                .map(origin -> origin.getKey().toString())
                .toList();
    }

    private static String words(Iterable<Influence> influences) {
        TreeSet<String> words = new TreeSet<>();
        influences.forEach(influence -> words.add(influence.text()));
        return String.join("+", words);
    }

    /** What elt tells about a table, in the form of the file. */
    private static Map<String, String> told(String table) {
        Map<String, String> told = new LinkedHashMap<>();
        List<ColumnRef> columns = lineage.columns(table);
        columns.forEach(column -> told.put(column.column(), told(column, column)));
        ColumnRef rows = ColumnRef.rows(columns.get(0).dataset());
        told.put(ColumnRef.ROWS, told(rows, rows));
        return told;
    }

    private static String told(ColumnRef column, ColumnRef into) {
        Map<String, TreeSet<Influence>> from = new TreeMap<>();
        lineage.graph().into(column).stream()
                .filter(step -> step.to().equals(into))
                .forEach(step -> from.computeIfAbsent(step.from().toString(), first -> new TreeSet<>())
                        .add(step.influence()));
        return from.isEmpty()
                ? "~"
                : from.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + words(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, Map<String, String>> truth() throws IOException {
        Map<String, Map<String, String>> truth = new LinkedHashMap<>();
        Map<String, String> columns = Map.of();
        for (String line : Files.readAllLines(TRUTH)) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                columns = new LinkedHashMap<>();
                truth.put(line, columns);
                continue;
            }
            String[] sides = line.strip().split(" <- ");
            columns.put(
                    sides[0],
                    Arrays.stream(sides[1].split(", "))
                            .map(BankLineageTest::inOrder)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return truth;
    }

    private static String inOrder(String source) {
        int blank = source.indexOf(' ');
        return blank < 0
                ? source
                : source.substring(0, blank) + " "
                        + Arrays.stream(source.substring(blank + 1).split("\\+"))
                                .sorted()
                                .collect(Collectors.joining("+"));
    }
}
