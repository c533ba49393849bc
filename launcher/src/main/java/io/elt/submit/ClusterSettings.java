package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import org.apache.flink.configuration.GlobalConfiguration;

import java.util.Map;
import java.util.TreeMap;

/** What of a target's settings a cluster is started with, as opposed to what its jobs get. */
public final class ClusterSettings {
    private ClusterSettings() {}

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
