package io.elt.submit.kubernetes;

import io.elt.project.JobPer;
import io.elt.project.RunOn;
import io.elt.project.Target;

import java.util.Map;
import java.util.Optional;

/** Targets as a project declares them. */
final class Targets {
    private Targets() {}

    static KubernetesConfig config(Map<String, String> options) {
        return KubernetesConfig.of(
                new Target("prod", RunOn.KUBERNETES, JobPer.FILE, Optional.empty(), Map.of(), Map.of()), options);
    }
}
