package io.elt.submit.kubernetes;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a target may say of its Kubernetes, and what it is told when it says something else. */
class KubernetesConfigTest {
    @Test
    void anImageIsEnough() {
        KubernetesConfig config = Targets.config(Map.of("image", "elt:1"));

        assertThat(config.api().namespace()).isEqualTo("default");
        assertThat(config.api().context()).isEmpty();
        assertThat(config.image().pullPolicy()).isEqualTo(KubernetesConfig.PullPolicy.IF_NOT_PRESENT);
        assertThat(config.serviceAccount()).isEqualTo("flink");
        assertThat(config.jobManager()).isEqualTo(new KubernetesConfig.Resources("1600m", 1));
        assertThat(config.taskManager()).isEqualTo(new KubernetesConfig.Resources("2g", 1));
        assertThat(config.upgrade()).isEqualTo(KubernetesConfig.UpgradeMode.SAVEPOINT);
        assertThat(config.operatorTimeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void everythingElseCanBeSaid() {
        KubernetesConfig config = Targets.config(Map.ofEntries(
                Map.entry("image", "registry.example.com/elt:1"),
                Map.entry("image-pull-policy", "always"),
                Map.entry("image-pull-secrets", "registry, mirror"),
                Map.entry("namespace", "streaming"),
                Map.entry("context", "prod"),
                Map.entry("kubeconfig", "/etc/kube"),
                Map.entry("service-account", "elt"),
                Map.entry("secret", "bank"),
                Map.entry("job-manager.memory", "2Gi"),
                Map.entry("job-manager.cpu", "0.5"),
                Map.entry("job-manager.replicas", "2"),
                Map.entry("task-manager.memory", "8g"),
                Map.entry("task-manager.cpu", "4"),
                Map.entry("task-manager.slots", "4"),
                Map.entry("upgrade-mode", "last-state"),
                Map.entry("operator-timeout", "30 s"),
                Map.entry("pod-template", "spec: {nodeSelector: {disk: ssd}}")));

        assertThat(config.api())
                .isEqualTo(new KubernetesConfig.Api("streaming", Optional.of("prod"), Optional.of("/etc/kube")));
        assertThat(config.image().pullSecrets()).containsExactly("registry", "mirror");
        assertThat(config.secret()).contains("bank");
        assertThat(config.jobManager()).isEqualTo(new KubernetesConfig.Resources("2Gi", 0.5));
        assertThat(config.jobManagers()).isEqualTo(2);
        assertThat(config.slots()).isEqualTo(4);
        assertThat(config.upgrade()).isEqualTo(KubernetesConfig.UpgradeMode.LAST_STATE);
        assertThat(config.operatorTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.podTemplate().pod().at("/spec/nodeSelector/disk").asText())
                .isEqualTo("ssd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "namespace          | Streaming       | lower case",
                "image-pull-policy  | sometimes       | if-not-present, always, never",
                "image-pull-secrets | a,,B            | commas",
                "job-manager.memory | much            | 2g",
                "task-manager.cpu   | -1              | 0.5",
                "task-manager.slots | 0               | from 1 on",
                "upgrade-mode       | stateless       | savepoint, last-state",
                "operator-timeout   | soon            | 2 min",
                "pod-template       | 'containers: []' | no 'containers'",
                "pod-template       | '[1'            | a pod as YAML",
            })
    void aWrongValueIsToldWithWhatIsRight(String key, String value, String right) {
        Diagnostic problem = problem(Map.of("image", "elt:1", key, value));

        assertThat(problem.code()).isEqualTo(ErrorCode.BAD_VALUE);
        assertThat(problem.message()).contains("'" + key + "'").contains(right);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestOne() {
        Diagnostic problem = problem(Map.of("image", "elt:1", "service-acount", "flink"));

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_KEY);
        assertThat(problem.hint()).contains("did you mean 'service-account'?");
    }

    @Test
    void withoutAnImageThereIsNothingToRun() {
        assertThat(problem(Map.of()).code()).isEqualTo(ErrorCode.MISSING_KEY);
    }

    private static Diagnostic problem(Map<String, String> options) {
        EltException refused = catchThrowableOfType(EltException.class, () -> Targets.config(new HashMap<>(options)));
        assertThat(refused).isNotNull();
        return refused.diagnostics().get(0);
    }
}
