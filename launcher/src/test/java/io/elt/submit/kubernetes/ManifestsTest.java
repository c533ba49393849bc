package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.kubernetes.schema.ManifestCheck;
import io.elt.kubernetes.schema.OperatorCheck;
import io.elt.runner.JobBundle;
import io.elt.submit.StateFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What Kubernetes is told of a job, held against the schemas and the operator's validator. */
class ManifestsTest {
    private static final ManifestCheck SCHEMAS = ManifestCheck.create();
    private static final OperatorCheck OPERATOR = OperatorCheck.create();
    private static final StateFolder STATES = new StateFolder("s3://lake/state/bank/prod");

    @AfterAll
    static void close() throws IOException {
        OPERATOR.close();
    }

    private static JobManifests manifests(JobBundle bundle, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.putIfAbsent("image", "registry.example.com/elt:0.1.0");
        all.putIfAbsent("namespace", "streaming");
        JobManifests manifests = new Manifests(Targets.config(all), STATES).of(bundle);
        String yaml = ManifestYaml.print(manifests.documents());
        assertThat(SCHEMAS.problems(yaml)).as(yaml).isEmpty();
        assertThat(OPERATOR.problem(manifests.deployment())).as(yaml).isEmpty();
        return manifests;
    }

    private static JsonNode spec(Map<String, String> options) {
        return manifests(Bundles.deposit(), options).deployment().get("spec");
    }

    private static JsonNode configMap(JobManifests manifests) {
        return ((JobManifests.BundlePlace.InConfigMap) manifests.bundle()).manifest();
    }

    @Test
    void theBundleIsInAConfigMapThatNeverChanges() {
        JobManifests manifests = manifests(Bundles.deposit(), Map.of());
        JsonNode map = configMap(manifests);

        assertThat(map.at("/metadata/name").asText()).isEqualTo("bank-dws-deposit-" + Bundles.FINGERPRINT);
        assertThat(map.get("immutable").asBoolean()).isTrue();
        assertThat(JobBundle.fromJson(map.at("/data/bundle.json").asText())).isEqualTo(Bundles.deposit());
        assertThat(manifests.documents()).containsExactly(map, manifests.deployment());
    }

    @Test
    void theJobIsTheRunnerWithTheMountedBundle() {
        JsonNode spec = spec(Map.of());
        JsonNode pod = spec.at("/jobManager/podTemplate/spec");

        assertThat(spec.at("/job/jarURI").asText()).isEqualTo("local:///opt/flink/lib/elt-runner.jar");
        assertThat(spec.at("/job/entryClass").asText()).isEqualTo("io.elt.runner.Runner");
        assertThat(spec.at("/job/args/0").asText())
                .isEqualTo(pod.at("/containers/0/volumeMounts/0/mountPath").asText() + "/bundle.json");
        assertThat(pod.at("/volumes/0/configMap/name").asText()).isEqualTo("bank-dws-deposit-" + Bundles.FINGERPRINT);
        assertThat(spec.at("/job/parallelism").asInt()).isEqualTo(2);
        assertThat(spec.at("/job/state").asText()).isEqualTo("running");
        assertThat(spec.at("/job/upgradeMode").asText()).isEqualTo("savepoint");
    }

    @Test
    void stateAndHighAvailabilityAreInTheTargetsFolder() {
        JsonNode settings = spec(Map.of()).get("flinkConfiguration");
        String folder = "s3://lake/state/bank/prod/dws_deposit/";

        assertThat(settings.get("state.checkpoints.dir").asText()).isEqualTo(folder + "checkpoints");
        assertThat(settings.get("state.savepoints.dir").asText()).isEqualTo(folder + "savepoints");
        assertThat(settings.get("high-availability.type").asText()).isEqualTo("kubernetes");
        assertThat(settings.get("high-availability.storageDir").asText()).isEqualTo(folder + "high-availability");
        assertThat(settings.get("restart-strategy.type").asText()).isEqualTo("exponential-delay");
        assertThat(settings.get("execution.checkpointing.interval").asText()).isEqualTo("30 s");
    }

    @Test
    void whatOnlyTheJobUnderstandsIsOnlyInTheBundle() {
        assertThat(spec(Map.of()).get("flinkConfiguration").fieldNames())
                .toIterable()
                .contains("state.checkpoints.dir")
                .doesNotContain("table.local-time-zone", "parallelism.default", "pipeline.global-job-parameters")
                .noneMatch(key -> key.startsWith("paimon."));
    }

    @Test
    void theProjectWinsOverWhatIsSetHere() {
        JobBundle bundle = Bundles.of(
                "bank",
                "dws_deposit",
                Map.of("high-availability.type", "none", "env.java.opts.all", "-Dx=y"),
                "INSERT");

        JsonNode settings = manifests(bundle, Map.of()).deployment().at("/spec/flinkConfiguration");

        assertThat(settings.get("high-availability.type").asText()).isEqualTo("none");
        assertThat(settings.get("env.java.opts.all").asText()).isEqualTo("-Dx=y");
    }

    @Test
    void whereAJobStartsIsNotInTheManifests() {
        JobBundle resumed = Bundles.of(
                "bank",
                "dws_deposit",
                Map.of(
                        "execution.state-recovery.path", "s3://lake/savepoint-1",
                        "execution.state-recovery.claim-mode", "CLAIM"),
                "INSERT");
        JobBundle fresh = Bundles.of("bank", "dws_deposit", Map.of(), "INSERT");

        assertThat(manifests(resumed, Map.of()).documents())
                .isEqualTo(manifests(fresh, Map.of()).documents());
    }

    @Test
    void aSavepointOfTheUsersChoiceIsForTheOperator() {
        JobManifests manifests = manifests(Bundles.deposit(), Map.of());
        JsonNode started = manifests.startingFrom("s3://lake/savepoint-1", OptionalLong.of(7));

        assertThat(SCHEMAS.problems(started)).isEmpty();
        assertThat(started.at("/spec/job/initialSavepointPath").asText()).isEqualTo("s3://lake/savepoint-1");
        assertThat(started.at("/spec/job/savepointRedeployNonce").asLong()).isEqualTo(7);
        assertThat(manifests.deployment().at("/spec/job/initialSavepointPath").isMissingNode())
                .isTrue();
    }

    @Test
    void secretsComeFromASecretIntoTheJobManagerOnly() {
        JobManifests manifests = manifests(Bundles.deposit(), Map.of());
        JsonNode spec = manifests.deployment().get("spec");
        JsonNode source = spec.at("/jobManager/podTemplate/spec/containers/0/envFrom/0");

        assertThat(source.get("prefix").asText()).isEqualTo("ELT_SECRET_");
        assertThat(source.at("/secretRef/name").asText()).isEqualTo("bank-dws-deposit");
        assertThat(spec.at("/taskManager/podTemplate/spec/containers/0/envFrom").isMissingNode())
                .isTrue();
        assertThat(manifests.secret()).hasValueSatisfying(secret -> {
            assertThat(secret.owner()).isEqualTo(JobManifests.Owner.ELT);
            assertThat(secret.keys()).containsExactly("starrocks_password");
        });
    }

    @Test
    void anExistingSecretIsTakenAsItIs() {
        JobManifests manifests = manifests(Bundles.deposit(), Map.of("secret", "bank-secrets"));

        assertThat(manifests
                        .deployment()
                        .at("/spec/jobManager/podTemplate/spec/containers/0/envFrom/0/secretRef/name")
                        .asText())
                .isEqualTo("bank-secrets");
        assertThat(manifests.secret().orElseThrow().owner()).isEqualTo(JobManifests.Owner.TARGET);
    }

    @Test
    void aJobWithoutSecretsNeedsNone() {
        assertThat(manifests(Bundles.of("bank", "dwd_account", Map.of(), "INSERT"), Map.of("secret", "bank"))
                        .secret())
                .isEmpty();
    }

    @Test
    void aSettingThatIsASecretIsRefusedBecauseItWouldBeShown() {
        JobBundle bundle =
                Bundles.of("bank", "dws_deposit", Map.of("s3.secret-key", "${elt.secret:s3_secret_key}"), "INSERT");

        EltException refused = catchThrowableOfType(EltException.class, () -> manifests(bundle, Map.of()));

        assertThat(refused.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.SECRET_SHOWN);
            assertThat(problem.message()).contains("s3.secret-key");
            assertThat(problem.hint().orElseThrow()).contains("AWS_SECRET_ACCESS_KEY");
        });
    }

    @Test
    void aSecretThatOnlyTheJobReadsIsAllowed() {
        JobBundle bundle =
                Bundles.of("bank", "dws_deposit", Map.of("paimon.lake.ods.x.password", "${elt.secret:p}"), "INSERT");

        assertThat(manifests(bundle, Map.of()).secret().orElseThrow().keys()).containsExactly("p");
    }

    @Test
    void aBundleTooLargeForAConfigMapIsAFileBesideTheState() {
        String sql = "INSERT INTO t SELECT '" + "x".repeat(1_100_000) + "'";
        JobManifests manifests = manifests(Bundles.of("bank", "dws_deposit", Map.of(), sql), Map.of());
        String file = "s3://lake/state/bank/prod/dws_deposit/bundles/" + Bundles.FINGERPRINT + ".json";

        assertThat(manifests.bundle()).isInstanceOfSatisfying(JobManifests.BundlePlace.InFile.class, place -> {
            assertThat(place.uri()).isEqualTo(file);
            assertThat(JobBundle.fromJson(place.text()).statements()).containsExactly(sql);
        });
        assertThat(manifests.documents()).containsExactly(manifests.deployment());
        assertThat(manifests.deployment().at("/spec/job/args/0").asText()).isEqualTo(file);
        assertThat(manifests
                        .deployment()
                        .at("/spec/jobManager/podTemplate/spec/volumes")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void whatTheTargetSaysOfPodsIsInAllOfThem() {
        JsonNode spec = spec(
                Map.of(
                        "image-pull-secrets",
                        "registry",
                        "pod-template",
                        """
                metadata:
                  labels: {team: lending}
                spec:
                  nodeSelector: {disk: ssd}
                  tolerations: [{key: streaming, operator: Exists}]
                  securityContext: {runAsUser: 1000}
                  containers:
                    - name: flink-main-container
                      env: [{name: AWS_REGION, value: eu-central-1}]
                """));

        for (String role : List.of("jobManager", "taskManager")) {
            JsonNode pod = spec.at("/" + role + "/podTemplate");
            assertThat(pod.at("/metadata/labels/team").asText()).isEqualTo("lending");
            assertThat(pod.at("/metadata/labels/elt.io~1job").asText()).isEqualTo("dws_deposit");
            assertThat(pod.at("/spec/nodeSelector/disk").asText()).isEqualTo("ssd");
            assertThat(pod.at("/spec/tolerations/0/key").asText()).isEqualTo("streaming");
            assertThat(pod.at("/spec/securityContext/runAsUser").asInt()).isEqualTo(1000);
            assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/spec/imagePullSecrets/0/name").asText()).isEqualTo("registry");
            assertThat(pod.at("/spec/containers")).hasSize(1);
            assertThat(pod.at("/spec/containers/0/env/0/name").asText()).isEqualTo("AWS_REGION");
        }
        assertThat(spec.at("/jobManager/podTemplate/spec/containers/0/volumeMounts"))
                .hasSize(1);
    }

    @Test
    void labelsSelectAndAnnotationsSayTheWholeName() {
        String job = "dws_" + "x".repeat(80) + " (new)";
        JsonNode metadata = manifests(Bundles.of("bank", job, Map.of(), "INSERT"), Map.of())
                .deployment()
                .get("metadata");

        assertThat(metadata.at("/namespace").asText()).isEqualTo("streaming");
        assertThat(metadata.at("/labels/app.kubernetes.io~1managed-by").asText())
                .isEqualTo("elt");
        assertThat(metadata.at("/labels/elt.io~1project").asText()).isEqualTo("bank");
        assertThat(metadata.at("/labels/elt.io~1layer").asText()).isEqualTo("dws");
        assertThat(metadata.at("/labels/elt.io~1job").asText()).hasSize(63);
        assertThat(metadata.at("/annotations/elt.io~1job").asText()).isEqualTo(job);
        assertThat(metadata.at("/annotations/elt.io~1fingerprint").asText()).isEqualTo(Bundles.FINGERPRINT);
    }

    @Test
    void resourcesAreWhatTheTargetSays() {
        JsonNode spec = spec(Map.of(
                "job-manager.memory", "1g",
                "job-manager.cpu", "0.5",
                "job-manager.replicas", "2",
                "task-manager.memory", "8Gi",
                "task-manager.cpu", "4",
                "task-manager.slots", "4",
                "upgrade-mode", "last-state",
                "image-pull-policy", "always",
                "service-account", "elt"));

        assertThat(spec.at("/jobManager/resource").toString()).isEqualTo("{\"cpu\":0.5,\"memory\":\"1g\"}");
        assertThat(spec.at("/jobManager/replicas").asInt()).isEqualTo(2);
        assertThat(spec.at("/taskManager/resource").toString()).isEqualTo("{\"cpu\":4.0,\"memory\":\"8Gi\"}");
        assertThat(spec.at("/flinkConfiguration/taskmanager.numberOfTaskSlots").asText())
                .isEqualTo("4");
        assertThat(spec.at("/job/upgradeMode").asText()).isEqualTo("last-state");
        assertThat(spec.at("/imagePullPolicy").asText()).isEqualTo("Always");
        assertThat(spec.at("/serviceAccount").asText()).isEqualTo("elt");
    }

    @Test
    void theSameBundleGivesTheSameTextAndAReviewShowsAStatementInALine() {
        String yaml = ManifestYaml.print(manifests(Bundles.deposit(), Map.of()).documents());

        assertThat(ManifestYaml.print(manifests(Bundles.deposit(), Map.of()).documents()))
                .isEqualTo(yaml);
        assertThat(yaml)
                .contains("  bundle.json: |\n")
                .contains("\\nSELECT *\\nFROM lake.dws.deposit\"\n")
                .contains("    taskmanager.numberOfTaskSlots: \"1\"\n");
    }
}
