package io.elt.submit.kubernetes;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Condition;
import io.elt.submit.JobState;
import io.elt.submit.StopException;
import io.elt.submit.Submission;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The life of a job as elt and a user of kubectl see it, over HTTP; what the operator does is played. */
class KubernetesClusterTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JobSecrets SECRETS = JobSecrets.of(Map.of("starrocks_password", "pa$$word", "other", "x"));
    private static final String NAME = "bank-dws-deposit";

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
        return Targets.connect(server, folder, options, Optional.of("c0ffee"));
    }

    private static JobBundle version(String fingerprint, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(
                "pipeline.global-job-parameters",
                "elt.fingerprint:" + fingerprint + ",elt.job:dws_deposit,elt.project:bank");
        return Bundles.of("bank", "dws_deposit", all, "INSERT INTO t SELECT '${elt.secret:starrocks_password}'");
    }

    private static JobBundle from(String fingerprint, String savepoint) {
        return version(fingerprint, Map.of("execution.state-recovery.path", savepoint));
    }

    private GenericKubernetesResource live() {
        return server.client()
                .genericKubernetesResources(ApiServer.KIND)
                .inNamespace(ApiServer.NAMESPACE)
                .withName(NAME)
                .get();
    }

    private void status(Map<String, Object> status) {
        server.client()
                .genericKubernetesResources(ApiServer.KIND)
                .inNamespace(ApiServer.NAMESPACE)
                .withName(NAME)
                .editStatus(live -> {
                    Map<String, Object> all = new HashMap<>(live.<Map<String, Object>>get("status"));
                    all.putAll(status);
                    live.setAdditionalProperty("status", all);
                    return live;
                });
    }

    private Optional<String> secret() {
        return Optional.ofNullable(server.client()
                        .secrets()
                        .inNamespace(ApiServer.NAMESPACE)
                        .withName(NAME)
                        .get())
                .map(secret -> secret.getData().toString());
    }

    private List<String> configMaps() {
        return server.client().configMaps().inNamespace(ApiServer.NAMESPACE).list().getItems().stream()
                .map(ConfigMap::getMetadata)
                .map(metadata -> metadata.getName())
                .sorted()
                .toList();
    }

    @Test
    void aJobIsADeploymentWithItsBundleAndItsSecrets() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);

            assertThat(job)
                    .isEqualTo(new Submission(
                            "dws_deposit",
                            "%032d".formatted(1),
                            Optional.empty(),
                            "streaming/" + NAME,
                            Optional.of("a1")));
            assertThat(cluster.jobs()).containsExactly(job);
            assertThat(cluster.condition(job)).contains(new Condition(JobState.RUNNING, Optional.empty()));
            assertThat(configMaps()).containsExactly(NAME + "-a1");
            assertThat(secret()).contains("{starrocks_password=cGEkJHdvcmQ=}");
            assertThat(operator.jobs()).singleElement().satisfies(asked -> assertThat(asked)
                    .containsEntry("state", "running")
                    .doesNotContainKeys("initialSavepointPath", "savepointRedeployNonce"));
        }
    }

    @Test
    void aNewJobMayStartFromASavepoint() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            cluster.submit(from("a1", "s3://old/savepoint-7"), SECRETS);

            assertThat(operator.jobs()).singleElement().satisfies(asked -> assertThat(asked)
                    .containsEntry("initialSavepointPath", "s3://old/savepoint-7")
                    .doesNotContainKey("savepointRedeployNonce"));
        }
    }

    @Test
    void aJobIsSuspendedWithASavepointAndGoesOnFromIt() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);

            assertThat(cluster.stop(job, "s3://ignored", SOON))
                    .isEqualTo(operator.savepoint())
                    .contains("/state/bank/prod/dws_deposit/savepoints/");
            assertThat(live().<String>get("spec", "job", "state")).isEqualTo("suspended");
            assertThat(cluster.condition(job)).contains(new Condition(JobState.FINISHED, Optional.empty()));

            Submission again = cluster.submit(from("a2", operator.savepoint()), SECRETS);

            assertThat(again.fingerprint()).contains("a2");
            assertThat(cluster.condition(again).orElseThrow().state()).isEqualTo(JobState.RUNNING);
            assertThat(operator.jobs().get(2))
                    .as("the operator knows by itself where it stopped")
                    .containsEntry("state", "running")
                    .doesNotContainKeys("initialSavepointPath", "savepointRedeployNonce");
            assertThat(configMaps())
                    .as("the version before is kept for a roll-back")
                    .containsExactly(NAME + "-a1", NAME + "-a2");
        }
    }

    @Test
    void anotherSavepointThanTheLastIsToldToTheOperator() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            cluster.stop(job, "s3://ignored", SOON);
            cluster.submit(from("a2", operator.savepoint()), SECRETS);
            cluster.stop(job, "s3://ignored", SOON);
            cluster.submit(from("a3", "s3://older/savepoint-0"), SECRETS);

            assertThat(operator.jobs().get(4))
                    .containsEntry("initialSavepointPath", "s3://older/savepoint-0")
                    .containsKey("savepointRedeployNonce");
            assertThat(configMaps()).containsExactly(NAME + "-a2", NAME + "-a3");
        }
    }

    @Test
    void anEarlierSavepointIsNotTakenForTheLastOne() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            cluster.stop(job, "s3://ignored", SOON);
            cluster.submit(from("a1", operator.savepoint()), SECRETS);
            operator.findNoJob();

            assertThatThrownBy(() -> cluster.stop(job, "s3://ignored", SOON))
                    .isInstanceOf(StopException.class)
                    .hasMessage("job dws_deposit did not run, so the operator stopped it without a savepoint");

            cluster.submit(from("a1", "s3://lake/checkpoints/chk-7"), SECRETS);
            assertThat(operator.jobs().get(4))
                    .containsEntry("initialSavepointPath", "s3://lake/checkpoints/chk-7")
                    .containsKey("savepointRedeployNonce");
        }
    }

    @Test
    void whatStartsFreshLosesTheStateThatTheOperatorHolds() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            cluster.submit(version("a1", Map.of()), SECRETS);
            String first = live().getMetadata().getUid();
            cluster.submit(version("a2", Map.of()), SECRETS);

            assertThat(live().getMetadata().getUid()).isNotEqualTo(first);
        }
    }

    @Test
    void aChangeKeepsWhatOthersHaveAdded() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of("x.y", "1")), SECRETS);
            server.client()
                    .genericKubernetesResources(ApiServer.KIND)
                    .inNamespace(ApiServer.NAMESPACE)
                    .withName(NAME)
                    .edit(live -> {
                        live.getMetadata().getAnnotations().put("argocd", "here");
                        return live;
                    });
            cluster.stop(job, "s3://ignored", SOON);
            cluster.submit(from("a2", operator.savepoint()), SECRETS);

            assertThat(live().getMetadata().getAnnotations())
                    .containsEntry("argocd", "here")
                    .containsEntry("elt.io/fingerprint", "a2")
                    .containsEntry("elt.io/commit", "c0ffee");
            assertThat(live().<Map<String, String>>get("spec", "flinkConfiguration"))
                    .doesNotContainKey("x.y");
        }
    }

    @Test
    void aCancelledJobLeavesNothingBehind() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            cluster.cancel(job);

            assertThat(live()).isNull();
            assertThat(configMaps()).isEmpty();
            assertThat(secret()).isEmpty();
            assertThat(cluster.jobs()).isEmpty();
            assertThat(cluster.condition(job)).contains(new Condition(JobState.CANCELED, Optional.empty()));
        }
    }

    @Test
    void jobsOfOthersAreNotSeen() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            cluster.submit(Bundles.of("shop", "dws_deposit", Map.of(), "INSERT"), JobSecrets.none());

            assertThat(cluster.jobs()).isEmpty();
        }
    }

    @Test
    void logsAreThoseOfThePodsOfTheJob() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            for (String name : List.of(NAME, "bank-other")) {
                server.client()
                        .resource(new PodBuilder()
                                .withNewMetadata()
                                .withName(name + "-taskmanager-1-1")
                                .withLabels(Map.of("app", name))
                                .endMetadata()
                                .build())
                        .inNamespace(ApiServer.NAMESPACE)
                        .create();
                server.log(name + "-taskmanager-1-1", 2, "one\ntwo\n");
            }

            assertThat(cluster.logs(job, 2)).singleElement().satisfies(log -> assertThat(log.toString())
                    .contains(NAME + "-taskmanager-1-1")
                    .contains("one")
                    .contains("two"));
        }
    }

    @Test
    void aFailureIsToldWithItsRootCause() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            status(
                    Map.of(
                            "lifecycleState",
                            "FAILED",
                            "error",
                            """
                    {"type":"org.apache.flink.runtime.JobException","message":"Recovery is suppressed",
                     "throwableList":[{"type":"x","message":"outer"},{"type":"y","message":"no such topic"}]}
                    """));

            assertThat(cluster.condition(job)).contains(new Condition(JobState.FAILED, Optional.of("no such topic")));
        }
    }

    @Test
    void anImageThatIsNotThereIsAFailure() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            status(Map.of(
                    "lifecycleState", "DEPLOYED",
                    "jobManagerDeploymentStatus", "ERROR",
                    "error", "{\"type\":\"DeploymentFailedException\",\"message\":\"ErrImagePull: elt:1\"}"));

            assertThat(cluster.condition(job))
                    .contains(new Condition(JobState.FAILED, Optional.of("ErrImagePull: elt:1")));
        }
    }

    @Test
    void aStopThatFailsLeavesTheJobRunning() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            operator.refuse("{\"type\":\"x\",\"message\":\"savepoint failed: disk full\"}");

            assertThatThrownBy(() -> cluster.stop(job, "s3://ignored", SOON))
                    .isInstanceOf(StopException.class)
                    .hasMessage("job dws_deposit did not stop with a savepoint: savepoint failed: disk full");
            assertThat(live().<String>get("spec", "job", "state")).isEqualTo("running");
        }
    }

    @Test
    void aStopThatTakesTooLongLeavesTheJobRunning() {
        try (KubernetesCluster cluster = connect(Map.of())) {
            Submission job = cluster.submit(version("a1", Map.of()), SECRETS);
            operator.sleep();

            assertThatThrownBy(() -> cluster.stop(job, "s3://ignored", Duration.ofSeconds(1)))
                    .isInstanceOf(StopException.class)
                    .hasMessage("job dws_deposit did not stop within 1 s");
            assertThat(live().<String>get("spec", "job", "state")).isEqualTo("running");
        }
    }

    @Test
    void aBundleTooLargeForAConfigMapIsWrittenBesideTheState() {
        JobBundle large =
                Bundles.of("bank", "dws_deposit", Map.of(), "INSERT INTO t SELECT '" + "x".repeat(1_100_000) + "'");
        try (KubernetesCluster cluster = connect(Map.of())) {
            cluster.submit(large, JobSecrets.none());

            Path file = folder.resolve("state/bank/prod/dws_deposit/bundles/" + Bundles.FINGERPRINT + ".json");
            assertThat(file).exists();
            assertThat(JobBundle.fromJson(Files.readString(file)).statements()).isEqualTo(large.statements());
            assertThat(configMaps()).isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
