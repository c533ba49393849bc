package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.runner.JobSecrets;
import io.elt.submit.PrometheusMetrics;
import io.elt.submit.kubernetes.JobManifests.BundlePlace;
import io.elt.submit.kubernetes.JobManifests.NeededSecret;

import java.util.Optional;

/** The pods of a job, as far as Flink does not describe them itself. */
final class JobPods {
    static final String BUNDLE_FILE = "bundle.json";
    private static final String BUNDLE_FOLDER = "/opt/flink/elt";
    static final String BUNDLE_PATH = BUNDLE_FOLDER + "/" + BUNDLE_FILE;

    /** By this name Flink knows which container of a pod is its own. */
    static final String CONTAINER = "flink-main-container";

    private static final String VOLUME = "elt-bundle";

    /** The user {@code flink} of Flink's images. */
    private static final int FLINK_USER = 9999;

    private final KubernetesConfig config;
    private final JobLabels labels;

    JobPods(KubernetesConfig config, JobLabels labels) {
        this.config = config;
        this.labels = labels;
    }

    JsonNode taskManager() {
        return all().pod();
    }

    /** The one that makes the job out of the bundle, and so needs its secrets. */
    JsonNode jobManager(BundlePlace place, Optional<NeededSecret> secret) {
        ObjectNode pod = object();
        ObjectNode spec = pod.putObject("spec");
        ObjectNode container = spec.putArray("containers").addObject().put("name", CONTAINER);
        if (place instanceof BundlePlace.InConfigMap map) {
            spec.putArray("volumes")
                    .addObject()
                    .put("name", VOLUME)
                    .putObject("configMap")
                    .put("name", map.manifest().at("/metadata/name").asText());
            container
                    .putArray("volumeMounts")
                    .addObject()
                    .put("name", VOLUME)
                    .put("mountPath", BUNDLE_FOLDER)
                    .put("readOnly", true);
        }
        secret.ifPresent(needed -> container
                .putArray("envFrom")
                .addObject()
                .put("prefix", JobSecrets.VARIABLE_PREFIX)
                .putObject("secretRef")
                .put("name", needed.name()));
        return all().with(pod).pod();
    }

    private PodTemplate all() {
        ObjectNode pod = object();
        labels.labels().forEach(pod.putObject("metadata").putObject("labels")::put);
        ObjectNode spec = pod.putObject("spec");
        ObjectNode security = spec.putObject("securityContext");
        security.put("runAsNonRoot", true).put("runAsUser", FLINK_USER).put("fsGroup", FLINK_USER);
        security.putObject("seccompProfile").put("type", "RuntimeDefault");
        config.image()
                .pullSecrets()
                .forEach(name -> spec.withArray("imagePullSecrets").addObject().put("name", name));
        ObjectNode container = spec.putArray("containers").addObject().put("name", CONTAINER);
        container
                .putArray("ports")
                .addObject()
                .put("name", "metrics")
                .put("containerPort", Integer.parseInt(PrometheusMetrics.PORT));
        ObjectNode own = container.putObject("securityContext");
        own.put("allowPrivilegeEscalation", false)
                .putObject("capabilities")
                .putArray("drop")
                .add("ALL");
        return new PodTemplate(pod).with(config.podTemplate().pod());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
