package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import io.elt.project.RunOn;
import org.apache.flink.configuration.GlobalConfiguration;

import java.util.Map;
import java.util.TreeMap;

/** What of a target's settings a cluster is started with, and what its jobs get. */
public final class ClusterSettings {
    /** A job that outlives elt gives up after about a quarter of an hour of failures, for machines are replaced. */
    private static final Map<String, String> LASTING = Map.of(
            "restart-strategy.exponential-delay.attempts-before-reset-backoff", "20",
            "restart-strategy.exponential-delay.backoff-multiplier", "2.0",
            "restart-strategy.exponential-delay.max-backoff", "1 min",
            "restart-strategy.exponential-delay.reset-backoff-threshold", "10 min");

    private ClusterSettings() {}

    /**
     * With what jobs need on such a cluster, where the target says nothing else.
     *
     * @param settings of the target, by Flink's own keys
     */
    public static Map<String, String> ofJobs(RunOn runOn, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(runOn == RunOn.EMBEDDED ? Map.of() : LASTING);
        all.putAll(settings);
        return all;
    }

    /**
     * Without those that hold a secret under a name by which Flink does not tell: its web page shows what a cluster was started
     * with, and hides values by their names only. Jobs get them nevertheless.
     */
    public static Map<String, String> shown(Map<String, String> settings, NamedSecrets secrets) {
        Map<String, String> shown = new TreeMap<>(settings);
        shown.entrySet()
                .removeIf(setting -> !GlobalConfiguration.isSensitive(setting.getKey())
                        && SecretExtraction.holdsSecret(setting.getKey(), setting.getValue(), secrets));
        return shown;
    }

    /** Without those that hold a secret, for who only plans: libraries log what settings they are given. */
    public static Map<String, String> withoutSecrets(Map<String, String> settings, NamedSecrets secrets) {
        Map<String, String> plain = new TreeMap<>(settings);
        plain.entrySet()
                .removeIf(setting -> SecretExtraction.holdsSecret(setting.getKey(), setting.getValue(), secrets));
        return plain;
    }
}
