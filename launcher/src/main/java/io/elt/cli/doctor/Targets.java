package io.elt.cli.doctor;

import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.render.Renderer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The targets of a project: can their values be had, and does what they name answer. */
final class Targets {
    /** Its parts wait for seconds each. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ProjectLoading loading;
    private final Path folder;
    private final Overrides overrides;
    private final Ports ports;

    Targets(ProjectLoading loading, Path folder, Overrides overrides, Ports ports) {
        this.loading = loading;
        this.folder = folder;
        this.overrides = overrides;
        this.ports = ports;
    }

    /**
     * The target that is chosen must be right; without a choice the others are looked at, too, and may be out of reach.
     *
     * @param chosen the project as the target sees it that elt would take
     */
    List<Finding> findings(Project chosen) {
        List<String> names = overrides.target().isPresent()
                ? List.of(chosen.target().name())
                : chosen.targetNames().isEmpty() ? List.of(chosen.target().name()) : chosen.targetNames();
        ExecutorService threads = Executors.newCachedThreadPool(Targets::daemon);
        try {
            List<CompletableFuture<List<Finding>>> findings = new ArrayList<>();
            for (String name : names) {
                Verdict worst = name.equals(chosen.target().name()) ? Verdict.wrong : Verdict.warning;
                look(name, threads)
                        .forEach(look -> findings.add(look.thenApply(found ->
                                found.stream().map(each -> each.atMost(worst)).toList())));
            }
            return findings.stream().flatMap(found -> found.join().stream()).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "elt-doctor");
        thread.setDaemon(true);
        return thread;
    }

    private List<CompletableFuture<List<Finding>>> look(String name, ExecutorService threads) {
        String subject = "target " + name;
        try {
            Project project = loading.read(folder, overrides.withTarget(name), ports);
            Renderer renderer = loading.renderer(project);
            List<Integer> own = List.of(ports.kafka(), ports.starrocks(), ports.starrocksHttp(), ports.flink());
            List<CompletableFuture<List<Finding>>> findings = new ArrayList<>();
            findings.add(CompletableFuture.completedFuture(List.of(
                    Finding.ok(subject, "runs on " + project.target().runOn().text()))));
            ClusterLook cluster = new ClusterLook(subject, project.target(), renderer.clusterOptions());
            findings.add(CompletableFuture.supplyAsync(cluster::findings, threads)
                    .completeOnTimeout(List.of(cluster.late(PATIENCE)), PATIENCE.toSeconds(), TimeUnit.SECONDS));
            for (Endpoint endpoint : TargetEndpoints.of(project, renderer, own)) {
                findings.add(CompletableFuture.supplyAsync(
                        () -> List.of(Probe.of(subject + ": " + endpoint, endpoint)), threads));
            }
            return findings;
        } catch (EltException e) {
            return List.of(CompletableFuture.completedFuture(List.of(problem(subject, e))));
        }
    }

    /** The first of the problems; the others are for {@code elt check}. */
    static Finding problem(String subject, EltException error) {
        Diagnostic first = error.diagnostics().get(0);
        int others = error.diagnostics().size() - 1;
        String place = first.span().map(span -> span + ": ").orElse("");
        String more = others == 0 ? "" : " (and " + others + " more)";
        return Finding.wrong(
                subject, place + first.message() + more, first.hint().orElse("elt check tells all of it"));
    }

    /** The project as elt would take it; empty if it cannot be read, and then why. */
    record Read(Optional<Project> project, Finding finding) {}

    Read read() {
        try {
            Project project = loading.read(folder, overrides, ports);
            int files = project.files().tables().size();
            return new Read(
                    Optional.of(project),
                    Finding.ok("project", project.name() + " in " + project.root() + ", " + files + " files"));
        } catch (EltException e) {
            return new Read(Optional.empty(), problem("project", e));
        }
    }
}
