package io.elt.cli.run;

import io.elt.cli.Called;
import io.elt.cli.run.ProjectCopy.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newcomer does with a new project, in the order of its README. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InitIT {
    /** In a folder with a blank in its name, as many have. */
    @TempDir
    private static Path folder;

    private static ProjectCopy project;

    @BeforeAll
    static void make() {
        Path shop = folder.resolve("my work/shop");
        assertThat(Called.elt("init", shop.toString()).exitCode()).isZero();
        project = new ProjectCopy(shop);
    }

    @Test
    @Order(1)
    void everythingThatItsWorkflowRunsIsGreen() throws IOException {
        List<String> commands = Files.readAllLines(project.folder().resolve(".github/workflows/elt.yml")).stream()
                .filter(line -> line.strip().startsWith("run: elt "))
                .map(line -> line.strip().substring("run: elt ".length()))
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            Outcome outcome = project.elt(command.split(" "));
            assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        });
    }

    @Test
    @Order(2)
    void itsTargetForProductionIsRightToo() {
        Outcome outcome = project.elt(Map.of("STARROCKS_PASSWORD", "correct-horse"), "check", "-t", "production");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).endsWith("4 files, 4 jobs: no problems\n");
    }

    @Test
    @Order(3)
    void itsSampleDataGoesThroughAllLayers() {
        Outcome run = project.elt("run", "--once");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(cities())
                .containsExactly(
                        Map.of("city", "Brno", "orders", "2", "sales", "100.00", "unpaid", "80.50", "percent", "45.45"),
                        Map.of(
                                "city", "Praha", "orders", "1", "sales", "120.00", "unpaid", "0.00", "percent",
                                "54.55"));
        assertThat(project.elt("query", "SELECT reason FROM ods.quarantine", "--output", "json")
                        .rows())
                .extracting(row -> row.get("reason"))
                .hasSize(3)
                .anyMatch(reason -> reason.startsWith("not JSON"))
                .contains("amount: expected more than 0", "amount: expected DECIMAL(10, 2), got string \"many\"");
    }

    @Test
    @Order(4)
    void theCorrectionOfItsReadmeMovesAnOrderToAnotherCity() throws IOException {
        String readme = Files.readString(project.folder().resolve("README.md"));
        String event = readme.substring(readme.indexOf("```json\n") + "```json\n".length());
        project.write("data/order/tuesday.jsonl", event.substring(0, event.indexOf("```")));

        Outcome run = project.elt("run", "--once");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(cities())
                .containsExactly(Map.of(
                        "city", "Brno", "orders", "3", "sales", "220.00", "unpaid", "80.50", "percent", "100.00"));
    }

    @Test
    @Order(5)
    void nothingWasWrittenBesideTheProject() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> !file.startsWith(folder.resolve("my work"))))
                    .containsExactly(folder);
        }
    }

    private static List<Map<String, String>> cities() {
        Outcome query =
                project.elt("query", "--on", "starrocks", "SELECT * FROM ads.v_city ORDER BY city", "--output", "json");
        assertThat(query.exitCode()).as(query.err()).isZero();
        return query.rows();
    }
}
