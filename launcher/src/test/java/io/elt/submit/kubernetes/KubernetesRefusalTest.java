package io.elt.submit.kubernetes;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What keeps a job from being taken. */
class KubernetesRefusalTest {
    private static final JobSecrets SECRETS = JobSecrets.of(Map.of("starrocks_password", "pa$$word", "other", "x"));

    @TempDir
    private Path folder;

    private ApiServer server;
    private PlayedOperator operator;

    @BeforeEach
    void start() {
        server = ApiServer.start();
        operator = PlayedOperator.start(server.client());
    }

    @AfterEach
    void stop() {
        operator.close();
        server.close();
    }

    private KubernetesCluster connect(Map<String, String> options) {
        return Targets.connect(server, folder, options, Optional.empty());
    }

    private static JobBundle bundle() {
        return Bundles.of("bank", "dws_deposit", Map.of(), "INSERT INTO t SELECT '${elt.secret:starrocks_password}'");
    }

    @Test
    void theOperatorRefuses() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            operator.refuse("{\"type\":\"x\",\"message\":\"Forbidden Flink config key: kubernetes.cluster-id\"}");
            Diagnostic problem = problem(() -> cluster.submit(bundle(), SECRETS));

            assertThat(problem.code()).isEqualTo(ErrorCode.DEPLOYMENT_REFUSED);
            assertThat(problem.message())
                    .isEqualTo("the Flink operator refuses job dws_deposit: Forbidden Flink config key:"
                            + " kubernetes.cluster-id");
        }
    }

    @Test
    void nobodyTakesTheJob() {
        operator.sleep();
        try (KubernetesCluster cluster = connect(Map.of("operator-timeout", "1 s"))) {
            Diagnostic problem = problem(() -> cluster.submit(bundle(), SECRETS));

            assertThat(problem.code()).isEqualTo(ErrorCode.OPERATOR_SILENT);
            assertThat(problem.hint().orElseThrow()).contains("does it watch namespace streaming");
        }
    }

    @Test
    void aWebhookOrAQuotaRefuses() {
        server.refuseToCreate(403, "", "admission webhook \"image-policy\" denied the request: latest");
        try (KubernetesCluster cluster = connect(Map.of())) {
            Diagnostic problem = problem(() -> cluster.submit(bundle(), SECRETS));

            assertThat(problem.code()).isEqualTo(ErrorCode.DEPLOYMENT_REFUSED);
            assertThat(problem.message()).contains("image-policy").contains("denied the request: latest");
        }
    }

    @Test
    void aSecretOfSomebodyElseMustHaveWhatTheJobNeeds() {
        try (KubernetesCluster cluster = connect(Map.of("secret", "shared"))) {
            Diagnostic none = problem(() -> cluster.submit(bundle(), SECRETS));
            server.client()
                    .resource(new SecretBuilder()
                            .withNewMetadata()
                            .withName("shared")
                            .endMetadata()
                            .withData(Map.of("other", "eA=="))
                            .build())
                    .inNamespace(ApiServer.NAMESPACE)
                    .create();
            Diagnostic lacking = problem(() -> cluster.submit(bundle(), SECRETS));

            assertThat(none.code()).isEqualTo(ErrorCode.SECRET_MISSING);
            assertThat(none.message()).contains("no Secret shared").contains("starrocks_password");
            assertThat(lacking.message()).isEqualTo("Secret shared has no value for starrocks_password");
            assertThat(server.client()
                            .secrets()
                            .inNamespace(ApiServer.NAMESPACE)
                            .list()
                            .getItems())
                    .hasSize(1);
            assertThat(server.client()
                            .genericKubernetesResources(ApiServer.KIND)
                            .inNamespace(ApiServer.NAMESPACE)
                            .list()
                            .getItems())
                    .isEmpty();
        }
    }

    private static Diagnostic problem(ThrowingCallable call) {
        EltException refused = catchThrowableOfType(EltException.class, call);
        assertThat(refused).isNotNull();
        return refused.diagnostics().get(0);
    }
}
