package io.elt.cli.doctor;

import io.elt.diagnostic.EltException;
import io.elt.project.Target;
import io.elt.submit.Requirement;
import io.elt.submit.kubernetes.KubernetesConfig;
import io.elt.submit.kubernetes.KubernetesRequirements;
import io.elt.submit.session.SessionConfig;
import io.elt.submit.session.SessionRequirements;
import io.elt.submit.yarn.YarnConfig;
import io.elt.submit.yarn.YarnRequirements;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Whether the cluster of a target has what jobs need.
 *
 * @param options the section that is called like the kind of cluster, rendered
 */
record ClusterLook(String subject, Target target, Map<String, String> options) {
    List<Finding> findings() {
        try {
            return requirements().stream().map(this::finding).toList();
        } catch (EltException e) {
            return List.of(Targets.problem(subject, e));
        }
    }

    private List<Requirement> requirements() {
        return switch (target.runOn()) {
            case EMBEDDED -> List.of();
            case SESSION -> SessionRequirements.of(SessionConfig.of(target, options));
            case KUBERNETES -> KubernetesRequirements.of(KubernetesConfig.of(target, options));
            case YARN -> YarnRequirements.of(YarnConfig.of(target, options), System.getenv());
        };
    }

    private Finding finding(Requirement requirement) {
        String what = subject + ": " + requirement.subject();
        return requirement
                .problem()
                .map(problem -> Finding.wrong(
                        what,
                        requirement.found(),
                        problem.hint().orElse("elt explain " + problem.code().text())))
                .orElseGet(() -> Finding.ok(what, requirement.found()));
    }

    Finding late(Duration waited) {
        return Finding.wrong(
                subject,
                target.runOn().text() + " has not told all within " + waited.toSeconds() + " s",
                "check its addresses, and the way there (VPN, firewall, proxy)");
    }
}
