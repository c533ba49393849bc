package io.elt.submit.kubernetes;

import io.elt.project.Target;
import io.elt.submit.ClusterOptions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a target says of its Kubernetes cluster.
 *
 * @param api how the API server is found
 * @param image with Flink and the jars of jobs, as {@code docker/Dockerfile} makes it
 * @param secret an existing Secret with what the jobs need; empty if each job's is made here
 * @param jobManager resources of each job's JobManager
 * @param taskManager resources of each of its TaskManagers
 * @param slots of a TaskManager
 * @param upgrade how the operator takes over the state when a deployment changes
 * @param operatorTimeout how long the operator may take to notice a deployment
 */
public record KubernetesConfig(
        Api api,
        Image image,
        String serviceAccount,
        Optional<String> secret,
        Resources jobManager,
        int jobManagers,
        Resources taskManager,
        int slots,
        UpgradeMode upgrade,
        PodTemplate podTemplate,
        Duration operatorTimeout) {

    /** The keys that say how elt comes to the cluster, and nothing of a job that runs there. */
    public static final Set<String> WAY_THERE = Set.of("context", "kubeconfig", "operator-timeout");

    /**
     * @param namespace of all resources
     * @param context of the kubeconfig; its current one if empty
     * @param kubeconfig a file; as kubectl finds it if empty, or the pod's service account where there is none
     */
    public record Api(String namespace, Optional<String> context, Optional<String> kubeconfig) {}

    /** @param pullSecrets names of Secrets for the registry */
    public record Image(String name, PullPolicy pullPolicy, List<String> pullSecrets) {}

    /** @param memory as Flink or Kubernetes write it */
    public record Resources(String memory, double cpu) {}

    /** When a node asks the registry for the image. */
    public enum PullPolicy {
        IF_NOT_PRESENT("IfNotPresent"),
        ALWAYS("Always"),
        NEVER("Never");

        private final String text;

        PullPolicy(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** How the state of the old job comes into the new one. */
    public enum UpgradeMode {
        /** By a savepoint that is taken for it. */
        SAVEPOINT("savepoint"),
        /** By the last checkpoint, so that a job that is not well can be upgraded, too. */
        LAST_STATE("last-state");

        private final String text;

        UpgradeMode(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * @param options the section {@code kubernetes} of the target, rendered
     * @throws io.elt.diagnostic.EltException with all that is wrong with them
     */
    public static KubernetesConfig of(Target target, Map<String, String> options) {
        ClusterOptions keys = ClusterOptions.of(target, options);
        KubernetesKeys read = new KubernetesKeys(keys);
        KubernetesConfig config = new KubernetesConfig(
                new Api(read.name("namespace").orElse("default"), keys.text("context"), keys.text("kubeconfig")),
                new Image(
                        keys.required("image", "registry.example.com/elt:0.1.0").orElse(""),
                        keys.choice("image-pull-policy", PullPolicy.class, PullPolicy.IF_NOT_PRESENT),
                        read.names("image-pull-secrets")),
                read.name("service-account").orElse("flink"),
                read.name("secret"),
                new Resources(read.memory("job-manager.memory", "1600m"), read.cpu("job-manager.cpu")),
                read.count("job-manager.replicas"),
                new Resources(read.memory("task-manager.memory", "2g"), read.cpu("task-manager.cpu")),
                read.count("task-manager.slots"),
                keys.choice("upgrade-mode", UpgradeMode.class, UpgradeMode.SAVEPOINT),
                read.podTemplate("pod-template"),
                read.duration("operator-timeout", Duration.ofMinutes(2)));
        keys.finish();
        return config;
    }
}
