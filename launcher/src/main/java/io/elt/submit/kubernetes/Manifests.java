package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.runner.JobBundle;
import io.elt.submit.JobIdentity;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import io.elt.submit.kubernetes.JobManifests.BundlePlace;
import io.elt.submit.kubernetes.JobManifests.NeededSecret;
import io.elt.submit.kubernetes.JobManifests.Owner;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes the resources of jobs. The same bundle and configuration give the same text, wherever and whenever. */
public final class Manifests {
    static final String API_VERSION = "flink.apache.org/v1beta1";
    static final String KIND = "FlinkDeployment";

    /** Where the image has the runner; {@code docker/Dockerfile} puts it there. */
    static final String RUNNER_JAR = "local:///opt/flink/lib/elt-runner.jar";

    private static final String ENTRY_CLASS = "io.elt.runner.Runner";
    private static final String FLINK_VERSION = "v1_20";

    /** What a ConfigMap may hold is a megabyte with everything around it. */
    private static final int LARGEST_CONFIG_MAP = 1_000_000;

    private final KubernetesConfig config;
    private final StateFolder states;

    public Manifests(KubernetesConfig config, StateFolder states) {
        this.config = config;
        this.states = states;
    }

    /**
     * @throws io.elt.diagnostic.EltException if the job's settings cannot be shown
     */
    public JobManifests of(JobBundle submitted) {
        JobIdentity identity = JobIdentity.of(submitted);
        JobBundle bundle = withoutStart(submitted);
        SavedState state = states.of(identity.job());
        ResourceName name = ResourceName.of(identity.project(), identity.job());
        JobLabels labels = JobLabels.of(identity, name);
        Optional<NeededSecret> secret = secret(bundle, name);
        BundlePlace place = place(bundle, identity, name, labels, state);

        JobPods pods = new JobPods(config, labels);
        ObjectNode spec = object();
        spec.put("image", config.image().name());
        spec.put("imagePullPolicy", config.image().pullPolicy().text());
        spec.put("flinkVersion", FLINK_VERSION);
        spec.put("mode", "native");
        spec.put("serviceAccount", config.serviceAccount());
        Map<String, String> settings = FlinkSettings.of(bundle, state, config.slots());
        settings.forEach(spec.putObject("flinkConfiguration")::put);
        ObjectNode jobManager = resources(spec.putObject("jobManager"), config.jobManager());
        jobManager.put("replicas", config.jobManagers());
        jobManager.set("podTemplate", pods.jobManager(place, secret));
        resources(spec.putObject("taskManager"), config.taskManager()).set("podTemplate", pods.taskManager());
        spec.set("job", job(bundle, place));
        return new JobManifests(
                name.text(), resource(API_VERSION, KIND, name.text(), labels).set("spec", spec), place, secret);
    }

    /** A resource of the job without anything in it yet. */
    ObjectNode resource(String apiVersion, String kind, String name, JobLabels labels) {
        ObjectNode resource = object();
        resource.put("apiVersion", apiVersion);
        resource.put("kind", kind);
        ObjectNode metadata = resource.putObject("metadata");
        metadata.put("name", name);
        metadata.put("namespace", config.api().namespace());
        labels.labels().forEach(metadata.putObject("labels")::put);
        labels.annotations().forEach(metadata.putObject("annotations")::put);
        return resource;
    }

    /** Where a job starts is said to the operator; the bundle would say it again at each of its restarts. */
    private static JobBundle withoutStart(JobBundle bundle) {
        Map<String, String> settings = new TreeMap<>(bundle.settings());
        settings.keySet().removeIf(key -> key.startsWith("execution.state-recovery."));
        return new JobBundle(bundle.name(), settings, bundle.statements());
    }

    private Optional<NeededSecret> secret(JobBundle bundle, ResourceName name) {
        if (bundle.secretNames().isEmpty()) {
            return Optional.empty();
        }
        Owner owner = config.secret().isPresent() ? Owner.TARGET : Owner.ELT;
        return Optional.of(new NeededSecret(config.secret().orElse(name.text()), owner, bundle.secretNames()));
    }

    private BundlePlace place(
            JobBundle bundle, JobIdentity identity, ResourceName name, JobLabels labels, SavedState state) {
        String text = BundleText.of(bundle);
        if (text.getBytes(UTF_8).length > LARGEST_CONFIG_MAP) {
            return new BundlePlace.InFile(state.bundle(identity.fingerprint()), text);
        }
        ObjectNode map = resource("v1", "ConfigMap", name.configMap(identity.fingerprint()), labels);
        map.put("immutable", true);
        map.putObject("data").put(JobPods.BUNDLE_FILE, text);
        return new BundlePlace.InConfigMap(map);
    }

    private JsonNode job(JobBundle bundle, BundlePlace place) {
        ObjectNode job = object();
        job.put("jarURI", RUNNER_JAR);
        job.put("entryClass", ENTRY_CLASS);
        job.putArray("args").add(place instanceof BundlePlace.InFile file ? file.uri() : JobPods.BUNDLE_PATH);
        job.put("parallelism", Integer.parseInt(bundle.settings().getOrDefault("parallelism.default", "1")));
        job.put("state", "running");
        job.put("upgradeMode", config.upgrade().text());
        return job;
    }

    private static ObjectNode resources(ObjectNode of, KubernetesConfig.Resources resources) {
        of.putObject("resource").put("cpu", resources.cpu()).put("memory", resources.memory());
        return of;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
