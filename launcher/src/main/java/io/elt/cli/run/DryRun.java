package io.elt.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.project.RunOn;
import io.elt.project.Target;
import io.elt.submit.Bundler;
import io.elt.submit.StateFolder;
import io.elt.submit.kubernetes.JobManifests;
import io.elt.submit.kubernetes.JobManifests.BundlePlace;
import io.elt.submit.kubernetes.JobManifests.NeededSecret;
import io.elt.submit.kubernetes.KubernetesConfig;
import io.elt.submit.kubernetes.ManifestYaml;
import io.elt.submit.kubernetes.Manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code elt run --dry-run}: what would be applied, for a review or for a repository that another tool applies. */
public final class DryRun {
    private final ProjectLoading loading;
    private final Progress progress;

    public DryRun(ProjectLoading loading, Progress progress) {
        this.loading = loading;
        this.progress = progress;
    }

    /**
     * @return documents of YAML, the same for the same project
     * @throws io.elt.diagnostic.EltException if the target is not Kubernetes, or something is wrong with the project
     */
    public String manifests(RunRequest request) {
        LoadedProject loaded = loading.load(loading.read(request.directory(), request.overrides(), request.ports()));
        requireKubernetes(loaded.project().target());
        Plan all = progress.step("PLAN " + loaded.scripts().size() + " files", () -> Planning.plan(loaded));
        Plan plan = all.only(List.copyOf(ListedGraph.of(loaded, all).jobs(request.selection())));
        KubernetesConfig config =
                KubernetesConfig.of(loaded.project().target(), loaded.renderer().clusterOptions());
        StateFolder states = Clusters.states(loaded);
        Manifests manifests = new Manifests(config, states);
        Bundler bundler = loaded.bundler();
        List<JsonNode> documents = new ArrayList<>();
        for (Job job : plan.jobs()) {
            JobManifests made = manifests.of(bundler.bundle(plan, job, states.of(job.name()), Optional.empty())
                    .bundle());
            documents.addAll(made.documents());
            tellOfTheRest(job, made, config.api().namespace());
        }
        return ManifestYaml.print(documents);
    }

    /** What the job needs and no manifest can hold. */
    private void tellOfTheRest(Job job, JobManifests made, String namespace) {
        made.secret().ifPresent(secret -> progress.say(needed(job, secret, namespace)));
        if (made.bundle() instanceof BundlePlace.InFile file) {
            progress.say(
                    "NEEDED " + job.name() + ": its bundle is too large for a ConfigMap; `elt run` without --dry-run"
                            + " writes it to " + file.uri());
        }
    }

    private static String needed(Job job, NeededSecret secret, String namespace) {
        return "NEEDED " + job.name() + ": Secret " + secret.name() + " in namespace " + namespace + " with the keys "
                + String.join(", ", secret.keys());
    }

    private static void requireKubernetes(Target target) {
        if (target.runOn() != RunOn.KUBERNETES) {
            throw Diagnostic.error(
                            ErrorCode.BAD_VALUE,
                            "--dry-run prints manifests for Kubernetes, and target " + target.name() + " runs on "
                                    + target.runOn().text())
                    .withHint("choose a target with 'run-on: kubernetes'; `elt plan` shows the graph of any target")
                    .toException();
        }
    }
}
