package io.elt.submit.kubernetes;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.submit.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Who cannot be reached or does not allow it says why, with the setting to change. */
class ConnectionTest {
    private static final String SELECTION =
            "?labelSelector=app.kubernetes.io%2Fmanaged-by%3Delt%2Celt.io%2Fproject%3Dbank";

    @TempDir
    private Path folder;

    private ApiServer server;

    @BeforeEach
    void start() {
        server = ApiServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Diagnostic problem(Path kubeconfig, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(
                Map.of("image", "elt:1", "namespace", ApiServer.NAMESPACE, "kubeconfig", kubeconfig.toString()));
        all.putAll(options);
        EltException refused = catchThrowableOfType(
                EltException.class,
                () -> KubernetesCluster.connect(
                        "bank", Targets.config(all), new StateFolder("file:///state"), Optional.empty()));
        assertThat(refused).isNotNull();
        return refused.diagnostics().get(0);
    }

    private Diagnostic answered(int code, String reason, String message) throws IOException {
        for (String order :
                new String[] {SELECTION, "?labelSelector=elt.io%2Fproject%3Dbank%2Capp.kubernetes.io%2Fmanaged-by%3Delt"
                }) {
            server.refuseToList(order, code, reason, message);
        }
        return problem(server.kubeconfig(folder), Map.of());
    }

    @Test
    void noKubeconfig() {
        Diagnostic problem = problem(folder.resolve("nowhere"), Map.of());

        assertThat(problem.code()).isEqualTo(ErrorCode.KUBERNETES_CONTEXT);
        assertThat(problem.message()).contains("there is no kubeconfig").contains("nowhere");
        assertThat(problem.hint().orElseThrow()).contains("KUBECONFIG");
    }

    @Test
    void aKubeconfigThatIsNone() throws IOException {
        Diagnostic problem = problem(Files.writeString(folder.resolve("broken"), "[1, 2"), Map.of());

        assertThat(problem.code()).isEqualTo(ErrorCode.KUBERNETES_CONTEXT);
        assertThat(problem.message()).contains("is no kubeconfig");
    }

    @Test
    void aContextThatIsNotThere() throws IOException {
        Diagnostic problem = problem(server.kubeconfig(folder), Map.of("context", "tset"));

        assertThat(problem.code()).isEqualTo(ErrorCode.KUBERNETES_CONTEXT);
        assertThat(problem.message()).contains("no context 'tset'");
        assertThat(problem.hint()).contains("did you mean 'test'?");
    }

    @Test
    void nobodyAnswers() throws IOException {
        Path kubeconfig = server.kubeconfig(folder);
        server.close();
        Diagnostic problem = problem(kubeconfig, Map.of("context", "test"));

        assertThat(problem.code()).isEqualTo(ErrorCode.CLUSTER_UNREACHABLE);
        assertThat(problem.message()).contains("the Kubernetes API server does not answer");
        assertThat(problem.hint().orElseThrow()).contains("kubernetes.context");
    }

    @Test
    void noCredentials() throws IOException {
        Diagnostic problem = answered(401, "Unauthorized", "Unauthorized");

        assertThat(problem.code()).isEqualTo(ErrorCode.KUBERNETES_FORBIDDEN);
        assertThat(problem.message()).contains("credentials are not valid");
    }

    @Test
    void noPermission() throws IOException {
        String reason = "flinkdeployments.flink.apache.org is forbidden: User \"me\" cannot list resource";
        Diagnostic problem = answered(403, "Forbidden", reason);

        assertThat(problem.code()).isEqualTo(ErrorCode.KUBERNETES_FORBIDDEN);
        assertThat(problem.detail()).contains(reason);
        assertThat(problem.hint().orElseThrow()).contains("in namespace streaming");
    }

    @Test
    void noOperator() throws IOException {
        Diagnostic problem = answered(404, "NotFound", "the server could not find the requested resource");

        assertThat(problem.code()).isEqualTo(ErrorCode.OPERATOR_MISSING);
        assertThat(problem.hint().orElseThrow()).contains("install the Flink operator");
    }
}
