package io.elt.submit.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.submit.JobLog;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The few things that are asked of an API server, all in one namespace. What it refuses is told with the setting to change. */
final class KubernetesApi {
    static final ResourceDefinitionContext DEPLOYMENTS = new ResourceDefinitionContext.Builder()
            .withGroup("flink.apache.org")
            .withVersion("v1beta1")
            .withKind(Manifests.KIND)
            .withPlural("flinkdeployments")
            .withNamespaced(true)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final KubernetesConfig.Api api;

    KubernetesApi(KubernetesClient client, KubernetesConfig.Api api) {
        this.client = client;
        this.api = api;
    }

    List<Deployment> deployments(Map<String, String> labels) {
        return attempt("list jobs", () -> deployments().withLabels(labels).list().getItems().stream()
                .map(this::deployment)
                .toList());
    }

    Optional<Deployment> deployment(String name) {
        return attempt(
                "read job " + name,
                () -> Optional.ofNullable(deployments().withName(name).get()).map(this::deployment));
    }

    /** Makes a deployment be as asked for; what others have added to its labels and annotations stays. */
    Deployment apply(JsonNode manifest) {
        GenericKubernetesResource wanted = resource(manifest, GenericKubernetesResource.class);
        String name = wanted.getMetadata().getName();
        return attempt("apply job " + name, () -> {
            Resource<GenericKubernetesResource> resource = deployments().withName(name);
            if (resource.get() == null) {
                return deployment(deployments().resource(wanted).create());
            }
            return deployment(resource.edit(live -> {
                live.getMetadata()
                        .setLabels(union(
                                live.getMetadata().getLabels(),
                                wanted.getMetadata().getLabels()));
                live.getMetadata()
                        .setAnnotations(union(
                                live.getMetadata().getAnnotations(),
                                wanted.getMetadata().getAnnotations()));
                live.setAdditionalProperty(
                        "spec", wanted.getAdditionalProperties().get("spec"));
                return live;
            }));
        });
    }

    /** Asks for another state of a job and leaves all else as it is. */
    void suspend(String name) {
        ask(name, Map.of("state", "suspended", "upgradeMode", "savepoint"));
    }

    void resume(String name) {
        ask(name, Map.of("state", "running"));
    }

    private void ask(String name, Map<String, String> job) {
        attempt("change job " + name, () -> deployments().withName(name).edit(live -> {
            job.forEach(
                    (key, value) -> live.<Map<String, Object>>get("spec", "job").put(key, value));
            return live;
        }));
    }

    void delete(String name, Duration timeout) {
        attempt("delete job " + name, () -> {
            deployments().withName(name).delete();
            return deployments()
                    .withName(name)
                    .waitUntilCondition(gone -> gone == null, timeout.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /**
     * Waits for a deployment.
     *
     * @return empty if it did not come so far in time
     */
    Optional<Deployment> await(String name, Predicate<Deployment> condition, Duration timeout) {
        try {
            return Optional.of(deployment(deployments()
                    .withName(name)
                    .waitUntilCondition(
                            live -> live != null && condition.test(deployment(live)),
                            timeout.toMillis(),
                            TimeUnit.MILLISECONDS)));
        } catch (KubernetesClientTimeoutException e) {
            return Optional.empty();
        } catch (KubernetesClientException e) {
            throw KubernetesErrors.of(e, "watch job " + name, api).toException(e);
        }
    }

    /** Of a ConfigMap that never changes. */
    void createIfMissing(JsonNode manifest) {
        Resource<ConfigMap> map =
                client.resource(resource(manifest, ConfigMap.class)).inNamespace(api.namespace());
        attempt("create a ConfigMap", () -> map.get() == null ? map.create() : map.get());
    }

    void apply(Secret secret) {
        attempt(
                "create a Secret",
                () -> client.resource(secret).inNamespace(api.namespace()).createOr(NonDeletingOperation::update));
    }

    Optional<Secret> secret(String name) {
        return attempt(
                "read Secret " + name,
                () -> Optional.ofNullable(client.secrets()
                        .inNamespace(api.namespace())
                        .withName(name)
                        .get()));
    }

    List<ConfigMap> configMaps(Map<String, String> labels) {
        return attempt("list ConfigMaps", () -> client.configMaps()
                .inNamespace(api.namespace())
                .withLabels(labels)
                .list()
                .getItems());
    }

    /** The ends of the logs of a deployment's pods. */
    List<JobLog> logs(String deployment, int lines) {
        return attempt(
                "read logs of " + deployment,
                () -> client.pods().inNamespace(api.namespace()).withLabel("app", deployment).list().getItems().stream()
                        .map(pod -> pod.getMetadata().getName())
                        .map(pod -> JobLog.tail(
                                pod,
                                client.pods()
                                        .inNamespace(api.namespace())
                                        .withName(pod)
                                        .inContainer(JobPods.CONTAINER)
                                        .tailingLines(lines)
                                        .getLog(),
                                lines))
                        .toList());
    }

    void delete(HasMetadata resource) {
        attempt(
                "delete " + resource.getKind() + " " + resource.getMetadata().getName(),
                () -> client.resource(resource).inNamespace(api.namespace()).delete());
    }

    List<Secret> secrets(Map<String, String> labels) {
        return attempt("list Secrets", () -> client.secrets()
                .inNamespace(api.namespace())
                .withLabels(labels)
                .list()
                .getItems());
    }

    private NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            deployments() {
        MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
                all = client.genericKubernetesResources(DEPLOYMENTS);
        return all.inNamespace(api.namespace());
    }

    private <T> T attempt(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            throw KubernetesErrors.of(e, what, api).toException(e);
        }
    }

    private Deployment deployment(GenericKubernetesResource resource) {
        try {
            return new Deployment(
                    JSON.readTree(client.getKubernetesSerialization().asJson(resource)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON is JSON", e);
        }
    }

    private <T> T resource(JsonNode manifest, Class<T> type) {
        return client.getKubernetesSerialization().unmarshal(manifest.toString(), type);
    }

    private static Map<String, String> union(Map<String, String> live, Map<String, String> wanted) {
        Map<String, String> all = new HashMap<>(live == null ? Map.of() : live);
        all.putAll(wanted);
        return all;
    }
}
