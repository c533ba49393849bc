package io.elt.kubernetes.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The check accepts what is right and finds each kind of mistake, or no manifest's test would be worth anything. */
class ManifestCheckTest {
    private static final ManifestCheck CHECK = ManifestCheck.create();

    private static final String DEPLOYMENT =
            """
            apiVersion: flink.apache.org/v1beta1
            kind: FlinkDeployment
            metadata:
              name: bank
              namespace: elt
              labels: {app.kubernetes.io/name: bank}
            spec:
              image: flink:1.20.1
              flinkVersion: v1_20
              flinkConfiguration:
                taskmanager.numberOfTaskSlots: "2"
              serviceAccount: flink
              podTemplate:
                spec:
                  containers:
                    - name: flink-main-container
                      env:
                        - name: PASSWORD
                          valueFrom:
                            secretKeyRef: {name: bank, key: password}
                      ports:
                        - {containerPort: 9249, name: metrics}
                  tolerations:
                    - {key: streaming, operator: Exists, effect: NoSchedule}
              jobManager:
                resource: {memory: 1g, cpu: 0.5}
              taskManager:
                resource: {memory: 2g, cpu: 1}
                replicas: 1
              job:
                jarURI: local:///opt/flink/lib/runner.jar
                args: [/bundle.json]
                upgradeMode: savepoint
                state: running
            """;

    private static String core() throws IOException {
        try (InputStream text = ManifestCheckTest.class.getResourceAsStream("core.yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void acceptsADeploymentOfTheOperator() {
        assertThat(CHECK.problems(DEPLOYMENT)).isEmpty();
    }

    @Test
    void acceptsWhatAChartIsMadeOf() throws IOException {
        assertThat(ManifestCheck.documents(core()))
                .extracting(manifest -> manifest.get("kind").asText())
                .containsExactly(
                        "ConfigMap",
                        "Secret",
                        "ServiceAccount",
                        "Role",
                        "RoleBinding",
                        "PersistentVolumeClaim",
                        "CronJob",
                        "NetworkPolicy",
                        "PodMonitor");
        assertThat(CHECK.problems(core())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flinkVersion: v1_20     | flinkVersion: v3_0           | $.spec.flinkVersion",
                "flinkVersion: v1_20     | flinkversion: v1_20          | flinkversion",
                "numberOfTaskSlots: \"2\"  | numberOfTaskSlots: 2         | $.spec.flinkConfiguration",
                "containerPort: 9249     | containerport: 9249          | containerport",
                "containerPort: 9249     | containerPort: many          | containerPort",
                "cpu: 0.5                | cpu: half                    | $.spec.jobManager.resource.cpu",
                "upgradeMode: savepoint  | upgradeMode: careful         | $.spec.job.upgradeMode",
                "args: [/bundle.json]    | args: /bundle.json           | $.spec.job.args",
                "namespace: elt          | namespace: Elt               | $.metadata.namespace",
                "name: bank              | name: bank_dws               | $.metadata.name",
                "name: bank}             | name: ads/bank}             | $.metadata.labels.app.kubernetes.io/name",
                "name: bank}             | name: 2}                     | $.metadata.labels.app.kubernetes.io/name",
                "namespace: elt          | nameSpace: elt               | $.metadata.nameSpace",
                "kind: FlinkDeployment   | kind: FlinkDeployement       | no schema for FlinkDeployement",
                "v1beta1                 | v2                           | no schema for FlinkDeployment",
            })
    void findsAMistake(String right, String wrong, String named) {
        assertThat(DEPLOYMENT).contains(right);
        List<String> problems = CHECK.problems(DEPLOYMENT.replaceFirst(Pattern.quote(right), wrong));

        assertThat(problems).isNotEmpty().anySatisfy(problem -> assertThat(problem)
                .contains(named));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:|datum:",
                "kind: Role$|kind: Rolle",
                "schedule:|shedule:",
                "accessModes:|accessmodes:",
                "podSelector:|podselector:",
                "verbs:|verb:",
                "apiGroup: rbac|apigroup: rbac",
                "podMetricsEndpoints:|podMetricsEndpoint:",
                "stringData:|stringdata:",
                "restartPolicy:|restart:",
            })
    void findsAFieldThatNobodyKnows(String change) throws IOException {
        String[] sides = change.split("\\|");
        String wrong = core().replaceAll("(?m)" + sides[0], sides[1]);

        assertThat(wrong).isNotEqualTo(core());
        assertThat(CHECK.problems(wrong)).isNotEmpty();
    }

    @Test
    void aKeyThatIsThereTwiceIsAProblem() {
        assertThat(CHECK.problems(DEPLOYMENT + "spec: {}\n"))
                .singleElement()
                .asString()
                .startsWith("not YAML: Duplicate");
    }

    @Test
    void whatTheOperatorWritesIsForNoManifest() {
        assertThat(CHECK.problems(DEPLOYMENT + "status: {}\n"))
                .singleElement()
                .asString()
                .contains("status");
    }

    @Test
    void emptyDocumentsArePassedOver() {
        assertThat(CHECK.problems("---\n---\n" + DEPLOYMENT + "---\n")).isEmpty();
    }
}
