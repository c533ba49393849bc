package io.elt.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.kubernetes.schema.ManifestCheck;
import io.elt.kubernetes.schema.OperatorCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The bank's manifests, for the target that the page about Kubernetes shows. */
class DryRunTest {
    private static final String PASSWORD = "a-password-of-nobody";
    private static final Map<String, String> ENVIRONMENT = Map.of("STARROCKS_PASSWORD", PASSWORD);
    private static final Path PAGE = Path.of("..", "docs", "targets", "kubernetes.md");

    @TempDir
    private static Path folder;

    private static ProjectCopy project;
    private static ProjectCopy.Outcome printed;
    private static OperatorCheck operator;

    @BeforeAll
    static void print() throws IOException {
        operator = OperatorCheck.create();
        project = withTarget(folder.resolve("bank"));
        printed = dryRun(project);
    }

    @AfterAll
    static void close() throws IOException {
        operator.close();
    }

    private static ProjectCopy withTarget(Path at) throws IOException {
        String page = Files.readString(PAGE);
        String target = page.substring(page.indexOf("```yaml\n") + "```yaml\n".length());
        ProjectCopy copy = ProjectCopy.in(at);
        String yaml = Files.readString(at.resolve("elt.yaml"));
        return copy.write("elt.yaml", yaml + target.substring(0, target.indexOf("```")));
    }

    private static ProjectCopy.Outcome dryRun(ProjectCopy of, String... selection) {
        return of.elt(
                ENVIRONMENT,
                Stream.concat(Stream.of("run", "-t", "k8s", "--dry-run"), Stream.of(selection))
                        .toArray(String[]::new));
    }

    private static List<JsonNode> documents(ProjectCopy.Outcome outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(0);
        return ManifestCheck.documents(outcome.out());
    }

    @Test
    void aConfigMapAndADeploymentForEachFile() throws IOException {
        List<JsonNode> documents = documents(printed);
        try (Stream<Path> files = Files.list(project.folder().resolve("sql"))) {
            long jobs = files.filter(file -> file.toString().endsWith(".sql")).count();
            assertThat(documents).hasSize((int) (2 * jobs));
        }
        for (int i = 0; i < documents.size(); i += 2) {
            assertThat(documents.get(i).get("kind").asText()).isEqualTo("ConfigMap");
            assertThat(documents.get(i + 1).get("kind").asText()).isEqualTo("FlinkDeployment");
        }
    }

    @Test
    void kubernetesAndTheOperatorTakeThem() throws IOException {
        assertThat(ManifestCheck.create().problems(printed.out())).isEmpty();
        for (JsonNode document : documents(printed)) {
            if (document.get("kind").asText().equals("FlinkDeployment")) {
                assertThat(operator.problem(document)).isEmpty();
            }
        }
    }

    @Test
    void theSameProjectGivesTheSameBytesInAnotherFolder() throws IOException {
        ProjectCopy other = withTarget(folder.resolve("elsewhere"));

        assertThat(dryRun(other).out()).isEqualTo(printed.out());
    }

    @Test
    void noSecretIsPrintedAndWhatIsNeededIsToldBeside() {
        assertThat(printed.out()).doesNotContain(PASSWORD).contains("${elt.secret:");
        assertThat(printed.err())
                .doesNotContain(PASSWORD)
                .contains("NEEDED ads_branch: Secret bank-ads-branch in namespace streaming with the keys ");
    }

    @Test
    void aSelectionIsPrintedAlone() throws IOException {
        assertThat(documents(dryRun(project, "dws_deposit")))
                .extracting(
                        document -> document.at("/metadata/labels/elt.io~1job").asText())
                .containsExactly("dws_deposit", "dws_deposit");
    }

    @Test
    void anotherKindOfTargetHasNoManifests() {
        ProjectCopy.Outcome outcome = project.elt("run", "-t", "local", "--dry-run");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("target local runs on embedded").contains("run-on: kubernetes");
    }

    @Test
    void whereARunStartsIsNoQuestionOfManifests() {
        ProjectCopy.Outcome outcome = dryRun(project, "--fresh");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--dry-run prints what shall run");
    }
}
