package io.elt.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.cli.Elt;
import io.elt.kubernetes.schema.ManifestCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the chart makes of values: a folder each of {@code src/test/resources/helm}, rewritten with -Dgolden.update=true. */
class ChartTest {
    private static final Path CASES = Path.of("src/test/resources/helm");

    private static final CommandLine ELT =
            new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));

    @TempDir
    private Path folder;

    private static ManifestCheck check;

    @BeforeAll
    static void readSchemas() {
        check = ManifestCheck.create();
    }

    private static List<Path> cases() {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertGolden(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private String render(Path values) {
        return Chart.render(values, folder);
    }

    private Path values(String yaml) throws IOException {
        return Files.writeString(folder.resolve("values.yaml"), yaml);
    }

    @Test
    void itIsWithoutFault() {
        assertThat(Chart.lint().isFailed()).as(Chart.lint()::toString).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesBecomeManifests(Path each) throws IOException {
        assertGolden(each.resolve("manifests.yaml"), render(each.resolve("values.yaml")));
        assertGolden(each.resolve("notes.txt"), Chart.notes(each.resolve("values.yaml")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allOfThemAreWhatKubernetesAndTheOperatorsTake(Path each) {
        assertThat(check.problems(render(each.resolve("values.yaml")))).isEmpty();
    }

    @Test
    void everyTemplateIsRenderedInSomeCase() {
        String all = String.join(
                "\n",
                cases().stream()
                        .map(each -> render(each.resolve("values.yaml")))
                        .toList());

        assertThat(Chart.templates()).isNotEmpty().allSatisfy(template -> assertThat(all)
                .contains("# Source: elt/templates/" + template));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatPodsRunAreCommandsOfElt(Path each) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (JsonNode manifest : ManifestCheck.documents(render(each.resolve("values.yaml")))) {
            for (JsonNode container : manifest.findPath("containers")) {
                commands.add(
                        stream(container.path("args")).map(JsonNode::asText).toList());
            }
        }

        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThatCode(
                        () -> ELT.parseArgs(command.toArray(String[]::new)))
                .doesNotThrowAnyException());
    }

    @Test
    void jobsThatRunUnchangedAreRestartedWhenTheValuesSaySo() throws IOException {
        Path values = values("jobs: {select: [dws_deposit], exclude: [layer:ads], restart: true}\n");

        List<List<String>> commands = new ArrayList<>();
        for (JsonNode manifest : ManifestCheck.documents(render(values))) {
            stream(manifest.findPath("containers"))
                    .forEach(container -> commands.add(stream(container.path("args"))
                            .map(JsonNode::asText)
                            .filter(word -> !word.isEmpty())
                            .toList()));
        }

        assertThat(commands)
                .filteredOn(command -> command.contains("run"))
                .isNotEmpty()
                .allMatch(command -> command.contains("--restart"))
                .allMatch(command -> command.contains("dws_deposit"));
        assertThat(commands)
                .filteredOn(command -> command.contains("stop"))
                .noneMatch(command -> command.contains("--restart"));
        assertThat(render(values("{}"))).doesNotContain("--restart");
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    @Test
    void noSecretIsAnArgument() throws IOException {
        Path values = values("secrets: {values: {CORE_DB_PASSWORD: hunter22}}\n");

        assertThat(render(values).lines().filter(line -> line.contains("hunter22")))
                .containsExactly("  CORE_DB_PASSWORD: \"hunter22\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "imagee: {}                                              | imagee",
                "image: {pullPolicy: Sometimes}                          | pullPolicy",
                "image: {digest: latest}                                 | digest",
                "jobs: {select: ads_branch}                              | select",
                "jobs: {timeoutSeconds: 5}                               | timeoutSeconds",
                "jobs: {restart: sometimes}                              | restart",
                "schedules: [{name: Nightly, schedule: '0 3 * * *'}]     | name",
                "schedules: [{name: nightly, schedule: '3 o clock'}]     | schedule",
                "schedules: [{name: nightly}]                            | missing property 'schedule'",
                "storage: {claim: {accessModes: [ReadWriteSometimes]}}   | accessModes",
                "storage: {s3: {endpoint: minio}}                        | endpoint",
                "vars: {a-b: 1}                                          | a-b",
                "metrics: {rules: {disabled: [EltNoSuchAlert]}}          | disabled",
                "project: {existingConfigMap: bank}                      | items",
                "project: {files: {sql/a.sql: ''}}                       | project.files has no elt.yaml",
                "manifests: x                                            | set jobs.apply to false"
            })
    void whatCannotBeMeantIsRefusedAndNamed(String yaml, String named) throws IOException {
        Path values = values(yaml);

        assertThatThrownBy(() -> render(values)).hasMessageContaining(named);
    }
}
