package io.elt.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.cli.Called;
import io.elt.kubernetes.schema.ManifestCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What the Job of a release would apply: its arguments, in the project as the pod would see it. */
class InstalledProjectTest {
    private static final Path CASE = Path.of("src/test/resources/helm/claim");

    @TempDir
    private static Path folder;

    private static Called printed;
    private static JsonNode deployment;

    @BeforeAll
    static void run() throws IOException {
        List<JsonNode> release =
                ManifestCheck.documents(Chart.render(CASE.resolve("values.yaml"), folder.resolve("scratch")));
        Path project = folder.resolve("project");
        JsonNode job = find(release, "Job", "bank-elt-run");
        mount(find(release, "ConfigMap", "bank-elt-project"), job, project);
        List<String> arguments = new ArrayList<>();
        job.findPath("args").forEach(argument -> arguments.add(argument.asText()));
        arguments.set(arguments.indexOf("--directory") + 1, project.toString());
        arguments.add("--dry-run");

        Map<String, String> environment = new TreeMap<>();
        job.findPath("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));

        printed = Called.with(environment, arguments.toArray(String[]::new));

        assertThat(printed.exitCode()).as(printed.err()).isZero();
        deployment = find(ManifestCheck.documents(printed.out()), "FlinkDeployment", "shop-ods-order");
    }

    private static JsonNode find(List<JsonNode> manifests, String kind, String name) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void mount(JsonNode configMap, JsonNode job, Path project) throws IOException {
        for (JsonNode volume : job.at("/spec/template/spec/volumes")) {
            for (JsonNode item : volume.at("/configMap/items")) {
                Path file = project.resolve(item.path("path").asText());
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        configMap.path("data").path(item.path("key").asText()).asText());
            }
        }
    }

    @Test
    void kubernetesTakesIt() {
        assertThat(ManifestCheck.create().problems(printed.out())).isEmpty();
    }

    @Test
    void theJobsRunWithImageAccountAndStorageOfTheRelease() {
        assertThat(deployment.at("/metadata/namespace").asText()).isEqualTo(Chart.NAMESPACE);
        assertThat(deployment.at("/spec/image").asText()).isEqualTo("elt:0.1.0");
        assertThat(deployment.at("/spec/serviceAccount").asText()).isEqualTo("bank-elt-flink");
        assertThat(deployment
                        .at("/spec/flinkConfiguration/state.checkpoints.dir")
                        .asText())
                .startsWith("file:/opt/elt/storage/state/shop/");
        assertThat(deployment.findPath("claimName").asText()).isEqualTo("bank-elt");
        assertThat(deployment.findPath("mountPath").asText()).isNotEmpty();
    }

    @Test
    void monitorsAndPoliciesFindThePods() throws IOException {
        Path values = Path.of("src/test/resources/helm/object-store/values.yaml");
        List<JsonNode> release = ManifestCheck.documents(Chart.render(values, folder.resolve("other")));
        JsonNode monitor = find(release, "PodMonitor", "bank-elt");
        JsonNode policy = find(release, "NetworkPolicy", "bank-elt-flink");
        JsonNode pod = deployment.at("/spec/taskManager/podTemplate");
        String label = "app.kubernetes.io/name";

        assertThat(pod.at("/metadata/labels")
                        .path(label)
                        .asText(deployment.at("/metadata/labels").path(label).asText()))
                .isEqualTo(monitor.at("/spec/selector/matchLabels").path(label).asText())
                .isEqualTo(
                        policy.at("/spec/podSelector/matchLabels").path(label).asText());
        assertThat(deployment.findPath("ports").findValuesAsText("name"))
                .contains(monitor.at("/spec/podMetricsEndpoints/0/port").asText());
    }

    @Test
    void theirMetricsAreOn() {
        assertThat(deployment
                        .at("/spec/flinkConfiguration")
                        .path("metrics.reporter.prometheus.port")
                        .asText())
                .isEqualTo("9249");
    }
}
