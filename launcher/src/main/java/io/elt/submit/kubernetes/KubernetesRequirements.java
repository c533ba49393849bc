package io.elt.submit.kubernetes;

import io.elt.diagnostic.EltException;
import io.elt.submit.Requirement;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks whether a Kubernetes has what the jobs of a target need. Applies nothing. */
public final class KubernetesRequirements {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final List<String> VERBS = List.of("get", "list", "watch", "create", "update", "patch", "delete");

    private final KubernetesConfig config;
    private final KubernetesClient client;
    private final KubernetesApi api;

    private KubernetesRequirements(KubernetesConfig config, KubernetesClient client) {
        this.config = config;
        this.client = client;
        this.api = new KubernetesApi(client, config.api());
    }

    /** All of them; where one cannot be looked at for want of another, it is left out. */
    public static List<Requirement> of(KubernetesConfig config) {
        List<Requirement> found = new ArrayList<>();
        try (Connection connection = Connection.to(config.api(), PATIENCE)) {
            KubernetesRequirements requirements = new KubernetesRequirements(config, connection.client());
            Requirement server = Requirement.of("API server", requirements::server);
            found.add(server);
            if (server.isMet()) {
                found.addAll(requirements.behindTheServer());
            }
        } catch (EltException e) {
            found.add(Requirement.unmet("API server", e.diagnostics().get(0)));
        }
        found.add(Requirement.met("image", config.image().name() + " is not tried: only the nodes fetch it"));
        return found;
    }

    private String server() {
        String version = attempt(
                "ask for its version", () -> client.getKubernetesVersion().getGitVersion());
        return client.getMasterUrl() + " answers as Kubernetes " + version;
    }

    private List<Requirement> behindTheServer() {
        List<Requirement> requirements = new ArrayList<>();
        requirements.add(Requirement.of("namespace " + config.api().namespace(), this::namespace));
        requirements.add(Requirement.of("Flink operator", this::operator));
        requirements.add(Requirement.of("permissions", this::permissions));
        config.secret().ifPresent(name -> requirements.add(Requirement.of("Secret " + name, () -> secret(name))));
        return requirements;
    }

    private String namespace() {
        try {
            if (client.namespaces().withName(config.api().namespace()).get() == null) {
                throw KubernetesErrors.noNamespace("use it", config.api()).toException();
            }
            return "is there";
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return "cannot be looked at by this user, who needs not be allowed to";
            }
            throw KubernetesErrors.of(e, "read the namespace", config.api()).toException(e);
        }
    }

    /** What it brings into the cluster; whether it runs, and watches this namespace, is seen at the first job only. */
    private String operator() {
        String wanted = Manifests.API_VERSION;
        APIResourceList resources = attempt("ask for " + wanted, () -> client.getApiResources(wanted));
        boolean known = resources != null
                && resources.getResources().stream().anyMatch(kind -> Manifests.KIND.equals(kind.getKind()));
        if (known) {
            return "its " + Manifests.KIND + " is there, of " + wanted;
        }
        throw KubernetesErrors.noOperator("start jobs", versions()).toException();
    }

    /** Those of the operator's kinds that are there, which are others than elt knows. */
    private List<String> versions() {
        APIGroup group =
                attempt("ask for the operator's kinds", () -> client.getApiGroup(KubernetesApi.DEPLOYMENTS.getGroup()));
        return group == null
                ? List.of()
                : group.getVersions().stream()
                        .map(GroupVersionForDiscovery::getGroupVersion)
                        .toList();
    }

    private String permissions() {
        Map<String, String> groups = new TreeMap<>(Map.of("configmaps", "", "secrets", ""));
        groups.put(KubernetesApi.DEPLOYMENTS.getPlural(), KubernetesApi.DEPLOYMENTS.getGroup());
        List<String> missing = new ArrayList<>();
        groups.forEach((resource, group) -> {
            List<String> refused = VERBS.stream()
                    .filter(verb -> !isAllowed(verb, resource, group))
                    .toList();
            if (!refused.isEmpty()) {
                missing.add(String.join(", ", refused) + " " + resource);
            }
        });
        if (missing.isEmpty()) {
            return groups.keySet().stream().sorted().collect(Collectors.joining(", ")) + " may be read and written";
        }
        throw KubernetesErrors.mayNot(missing, config.api()).toException();
    }

    private boolean isAllowed(String verb, String resource, String group) {
        SelfSubjectAccessReview question = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(config.api().namespace())
                .withVerb(verb)
                .withGroup(group)
                .withResource(resource)
                .endResourceAttributes()
                .endSpec()
                .build();
        SelfSubjectAccessReview answer = attempt(
                "ask what it allows",
                () -> client.authorization().v1().selfSubjectAccessReview().create(question));
        return answer.getStatus() != null
                && Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }

    private String secret(String name) {
        Secret secret = api.secret(name).orElseThrow(() -> KubernetesErrors.noSecret(name, List.of(), config.api())
                .toException());
        int keys = secret.getData() == null ? 0 : secret.getData().size();
        return "is there, with " + keys + (keys == 1 ? " key" : " keys");
    }

    private <T> T attempt(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            throw KubernetesErrors.of(e, what, config.api()).toException(e);
        }
    }
}
