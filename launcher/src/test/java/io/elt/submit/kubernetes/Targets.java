package io.elt.submit.kubernetes;

import io.elt.project.JobPer;
import io.elt.project.RunOn;
import io.elt.project.Target;
import io.elt.submit.StateFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Targets as a project declares them. */
final class Targets {
    private Targets() {}

    static KubernetesConfig config(Map<String, String> options) {
        return KubernetesConfig.of(
                new Target("prod", RunOn.KUBERNETES, JobPer.FILE, Optional.empty(), Map.of(), Map.of()), options);
    }

    /**
     * A cluster whose API is the server's, as a job of the bank sees it.
     *
     * @param folder where its configuration of clients goes, and the state of jobs
     */
    static KubernetesCluster connect(
            ApiServer server, Path folder, Map<String, String> options, Optional<String> commit) {
        Map<String, String> all =
                new HashMap<>(Map.of("image", "elt:1", "namespace", ApiServer.NAMESPACE, "operator-timeout", "30 s"));
        try {
            all.put("kubeconfig", server.kubeconfig(folder).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.putAll(options);
        return KubernetesCluster.connect(
                "bank", config(all), new StateFolder(folder.toUri() + "state/bank/prod"), commit);
    }
}
