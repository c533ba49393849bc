package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's validator runs here, and refuses what it refuses in a cluster. */
class OperatorCheckTest {
    private static final OperatorCheck CHECK = OperatorCheck.create();

    private static final String DEPLOYMENT =
            """
            apiVersion: flink.apache.org/v1beta1
            kind: FlinkDeployment
            metadata: {name: bank, namespace: elt}
            spec:
              image: flink:1.20.1
              flinkVersion: v1_20
              flinkConfiguration:
                state.checkpoints.dir: s3://lake/checkpoints
                state.savepoints.dir: s3://lake/savepoints
                high-availability.type: kubernetes
              serviceAccount: flink
              jobManager:
                resource: {memory: 1g, cpu: 0.5}
              taskManager:
                resource: {memory: 2g, cpu: 1}
              job:
                jarURI: local:///opt/flink/lib/runner.jar
                parallelism: 1
                upgradeMode: last-state
            """;

    private static JsonNode deployment(String yaml) throws IOException {
        return ManifestCheck.documents(yaml).get(0);
    }

    @Test
    void acceptsWhatIsRight() throws IOException {
        assertThat(CHECK.problem(deployment(DEPLOYMENT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: bank,                           | name: bank-,                         | is invalid",
                "serviceAccount: flink                 | mode: native                         | serviceAccount must be defined",
                "high-availability.type: kubernetes    | web.cancel.enable: \"false\"           | while HA disabled",
                "state.checkpoints.dir                 | state.checkpoint.dir                 | must be defined",
                "high-availability.type: kubernetes    | kubernetes.cluster-id: bank          | Forbidden",
                "memory: 1g                            | memory: lots                         | memory parse error",
                "parallelism: 1                        | parallelism: 0                       | parallelism must be larger",
            })
    void refusesWhatIsWrong(String right, String wrong, String reason) throws IOException {
        String changed = DEPLOYMENT.replace(right, wrong);

        assertThat(changed).isNotEqualTo(DEPLOYMENT);
        assertThat(CHECK.problem(deployment(changed))).get().asString().contains(reason);
    }
}
