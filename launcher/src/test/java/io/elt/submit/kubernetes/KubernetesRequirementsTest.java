package io.elt.submit.kubernetes;

import io.elt.diagnostic.ErrorCode;
import io.elt.submit.Requirement;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody is told who is about to run jobs on a Kubernetes for the first time; over HTTP. */
class KubernetesRequirementsTest {
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

    private List<Requirement> look(Map<String, String> options) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "image",
                "registry.example.com/elt:1",
                "namespace",
                ApiServer.NAMESPACE,
                "kubeconfig",
                server.kubeconfig(folder).toString()));
        all.putAll(options);
        return KubernetesRequirements.of(Targets.config(all));
    }

    private void makeNamespace() {
        server.client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(ApiServer.NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    private static Requirement only(List<Requirement> found, String subject) {
        return found.stream()
                .filter(requirement -> requirement.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not in " + found));
    }

    @Test
    void allIsThere() throws IOException {
        makeNamespace();
        server.hasKinds("flink.apache.org/v1beta1", "FlinkDeployment", "FlinkSessionJob");
        server.allowsAllBut();
        server.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("bank-secrets")
                        .endMetadata()
                        .withData(Map.of("token", "eA=="))
                        .build())
                .inNamespace(ApiServer.NAMESPACE)
                .create();

        List<Requirement> found = look(Map.of("secret", "bank-secrets"));

        assertThat(found).allMatch(Requirement::isMet);
        assertThat(found)
                .extracting(Requirement::subject)
                .containsExactly(
                        "API server",
                        "namespace streaming",
                        "Flink operator",
                        "permissions",
                        "Secret bank-secrets",
                        "image");
        assertThat(only(found, "API server").found()).contains("http", "answers as Kubernetes v1.29.3");
        assertThat(only(found, "Flink operator").found()).contains("FlinkDeployment", "flink.apache.org/v1beta1");
        assertThat(only(found, "Secret bank-secrets").found()).isEqualTo("is there, with 1 key");
        assertThat(only(found, "image").found()).startsWith("registry.example.com/elt:1 ");
    }

    @Test
    void whatIsNotThereIsToldAllAtOnceWithTheSettingToChange() throws IOException {
        server.lacks("/apis/flink.apache.org", "/apis/flink.apache.org/v1beta1");
        server.allowsAllBut();

        List<Requirement> found = look(Map.of("secret", "bank-secrets"));

        Requirement namespace = only(found, "namespace streaming");
        assertThat(namespace.found()).contains("there is no namespace streaming");
        assertThat(namespace.problem().orElseThrow().hint().orElseThrow()).contains("kubernetes.namespace");
        Requirement operator = only(found, "Flink operator");
        assertThat(operator.problem().orElseThrow().code()).isEqualTo(ErrorCode.OPERATOR_MISSING);
        assertThat(operator.problem().orElseThrow().hint().orElseThrow()).contains("install the Flink operator");
        Requirement secret = only(found, "Secret bank-secrets");
        assertThat(secret.found()).isEqualTo("there is no Secret bank-secrets in namespace streaming");
        assertThat(secret.problem().orElseThrow().hint().orElseThrow()).contains("kubernetes.secret");
    }

    @Test
    void anOperatorThatIsTooOldIsNotTakenForOne() throws IOException {
        makeNamespace();
        server.lacks("/apis/flink.apache.org/v1beta1");
        server.hasKinds("flink.apache.org/v1alpha1", "FlinkDeployment");
        server.allowsAllBut();

        assertThat(only(look(Map.of()), "Flink operator").found())
                .contains("no FlinkDeployment of flink.apache.org/v1beta1")
                .endsWith("but flink.apache.org/v1alpha1");
    }

    @Test
    void whatTheUserMayNotDoIsNamed() throws IOException {
        makeNamespace();
        server.hasKinds("flink.apache.org/v1beta1", "FlinkDeployment");
        server.allowsAllBut("create flinkdeployments", "patch flinkdeployments", "delete secrets");

        Requirement permissions = only(look(Map.of()), "permissions");

        assertThat(permissions.problem().orElseThrow().code()).isEqualTo(ErrorCode.KUBERNETES_FORBIDDEN);
        assertThat(permissions.found())
                .isEqualTo("Kubernetes does not allow to create, patch flinkdeployments; delete secrets");
        assertThat(permissions.problem().orElseThrow().hint().orElseThrow()).contains("namespace streaming");
    }

    /** Namespaces are the cluster's, and many who work in one may not read them. */
    @Test
    void whoMayNotReadNamespacesIsNotToldThatTheirsIsMissing() throws IOException {
        server.refuseToReadNamespace(403, "Forbidden", "namespaces \"streaming\" is forbidden");
        server.hasKinds("flink.apache.org/v1beta1", "FlinkDeployment");
        server.allowsAllBut();

        assertThat(only(look(Map.of()), "namespace streaming").isMet()).isTrue();
    }

    @Test
    void credentialsThatAreNotValidAreToldOnce() throws IOException {
        server.refuseToTellItsVersion(401, "Unauthorized", "Unauthorized");

        List<Requirement> found = look(Map.of());

        assertThat(found).extracting(Requirement::subject).containsExactly("API server", "image");
        assertThat(only(found, "API server").found()).contains("credentials are not valid");
    }

    @Test
    void nobodyAnswersAndThatIsKnownSoon() throws IOException {
        Path kubeconfig = server.kubeconfig(folder);
        server.close();
        Instant before = Instant.now();

        List<Requirement> found = KubernetesRequirements.of(Targets.config(
                Map.of("image", "elt:1", "namespace", ApiServer.NAMESPACE, "kubeconfig", kubeconfig.toString())));

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(only(found, "API server").problem().orElseThrow().code()).isEqualTo(ErrorCode.CLUSTER_UNREACHABLE);
    }

    @Test
    void aContextThatIsNotThereSaysWhichThereAre() throws IOException {
        Requirement server = only(look(Map.of("context", "tset")), "API server");

        assertThat(server.found()).contains("no context 'tset'");
        assertThat(server.problem().orElseThrow().hint()).contains("did you mean 'test'?");
    }
}
