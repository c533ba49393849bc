package io.elt.cli.run;

import io.elt.backfill.BoundedSources;
import io.elt.backfill.Window;
import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.Traced;
import io.elt.project.Project;
import io.elt.project.RunOn;
import io.elt.status.Lake;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterSettings;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.StateFolder;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code elt run}: a selection of a project's jobs on the embedded target. */
public final class RunJobs {
    private final ProjectLoading loading;
    private final Progress progress;
    private final StopSignal signal;
    private final LiveView view;

    public RunJobs(ProjectLoading loading, Progress progress, StopSignal signal, LiveView view) {
        this.loading = loading;
        this.progress = progress;
        this.signal = signal;
        this.view = view;
    }

    /**
     * @return what came of it: what each table gained, or what was started and lives on; empty if it did not get to its end
     */
    public Optional<Rows> run(RunRequest request) {
        Ports ports = request.ports().resolved();
        Project project = loading.read(request.directory(), request.overrides(), ports);
        if (request.dates().isPresent()) {
            return batch(request, project, request.dates().get(), ports);
        }
        LoadedProject loaded = loading.load(project);
        Plan all = progress.step("PLAN " + loaded.scripts().size() + " files", () -> Planning.plan(loaded));
        checkWarehouses(all);
        Set<Job> selected = ListedGraph.of(loaded, all).jobs(request.selection());
        requireOneJob(request.start(), selected);
        Plan plan = all.only(withMissing(all, selected));
        Checkpoints.require(plan.jobs(), loaded.flinkSettings());
        if (request.until() == RunRequest.Until.CAUGHT_UP) {
            Inputs.requireKnown(plan.jobs());
        }
        return loaded.project().target().runOn() == RunOn.EMBEDDED
                ? embedded(request, loaded, all, plan, ports)
                : deployed(request, loaded, all, plan);
    }

    /** The same files with an end: a result as of a time. */
    private Optional<Rows> batch(RunRequest request, Project project, RunRequest.Dates dates, Ports ports) {
        Window window = Window.of(
                dates.from(), dates.to(), TimeZones.of(loading.renderer(project).flinkSettings()), Instant.now());
        LoadedProject loaded = loading.load(BoundedSources.of(project, window));
        Traced traced = progress.step("PLAN " + loaded.scripts().size() + " files", () -> Planning.trace(loaded));
        Plan all = traced.plan();
        checkWarehouses(all);
        Plan plan = all.only(ListedGraph.of(loaded, all).jobs(request.selection()));
        boolean embedded = project.target().runOn() == RunOn.EMBEDDED;
        EltFolder folder = EltFolder.of(project.root());
        StateFolder states = Clusters.reachableStates(loaded);
        BatchRun run = new BatchRun(loaded, all, plan, window, traced.flows(), states, progress);
        run.check(request.start());
        progress.say("BATCH " + window);
        if (!embedded) {
            try (Cluster cluster = progress.step(
                    "CONNECT " + project.target().name(), () -> Clusters.connect(loaded, deploymentWatch()))) {
                return batch(run, cluster, loaded, plan, request.start());
            }
        }
        // One at a time: each then has the memory of all, which sorting and hashing need.
        try (EmbeddedTarget target = startTarget(loaded, folder, ports, widest(loaded, plan), progress)) {
            target.createTopics(plan);
            return batch(run, target.cluster(), loaded, plan, request.start());
        }
    }

    /** The plan with only the job that needs most slots. */
    private static Plan widest(LoadedProject loaded, Plan plan) {
        return plan.jobs().stream()
                .map(job -> plan.only(List.of(job)))
                .max(Comparator.comparingInt(job -> Slots.neededBy(job, loaded.flinkSettings())))
                .orElse(plan);
    }

    private Optional<Rows> batch(BatchRun run, Cluster cluster, LoadedProject loaded, Plan plan, Start start) {
        if (plan.jobs().stream().flatMap(job -> job.writes().stream()).anyMatch(loaded::serves)) {
            loaded.applyServing(progress);
        }
        return run.run(cluster, start, signal);
    }

    private Optional<Rows> embedded(RunRequest request, LoadedProject loaded, Plan all, Plan plan, Ports ports) {
        EltFolder folder = EltFolder.of(loaded.project().root());
        StateFolder states = Clusters.reachableStates(loaded);
        requireReadable(plan, states, request.start());
        try (Recorder recorder = Recorder.of(loaded, all, progress, loading.redactor());
                EmbeddedTarget target = startTarget(loaded, folder, ports, plan, progress);
                JobRun run = new JobRun(loaded, plan, target.cluster(), states, recorder, progress)) {
            run.applyServing();
            if (request.until() == RunRequest.Until.CAUGHT_UP) {
                return caughtUp(request, loaded, plan, run);
            }
            Gains gains = Gains.since(run.lake(), loaded, plan);
            try {
                run.submit(request.start());
                view.show(run, signal);
            } finally {
                run.stop();
            }
            return Optional.of(gains.now());
        }
    }

    /** On a cluster that outlives this call: the jobs live on, too. */
    private Optional<Rows> deployed(RunRequest request, LoadedProject loaded, Plan all, Plan plan) {
        StateFolder states = Clusters.reachableStates(loaded);
        String target = loaded.project().target().name();
        try (Recorder recorder = Recorder.of(loaded, all, progress, loading.redactor());
                Cluster cluster =
                        progress.step("CONNECT " + target, () -> Clusters.connect(loaded, deploymentWatch()));
                JobRun run = new JobRun(loaded, plan, cluster, states, recorder, progress)) {
            run.applyServing();
            if (request.until() == RunRequest.Until.CAUGHT_UP) {
                return caughtUp(request, loaded, plan, run);
            }
            run.submit(request.start());
            progress.say("WAIT until all jobs run");
            return run.awaitRunning(signal) ? Optional.of(run.deployed()) : Optional.empty();
        }
    }

    private Optional<Rows> caughtUp(RunRequest request, LoadedProject loaded, Plan plan, JobRun run) {
        Gains gains = Gains.since(run.lake(), loaded, plan);
        run.mark();
        try {
            run.submit(request.start());
            progress.say("WAIT until everything that is in the sources now has gone through");
            run.drain(signal::isRequested);
        } finally {
            run.stop();
        }
        return signal.isRequested() ? Optional.empty() : Optional.of(gains.now());
    }

    private DeploymentWatch deploymentWatch() {
        return new DeploymentWatch() {
            @Override
            public void say(String text) {
                progress.say(text);
            }

            @Override
            public boolean isAbandoned() {
                return signal.isRequested();
            }
        };
    }

    private static void requireOneJob(Start start, Set<Job> selected) {
        if (start.savepoint().isPresent() && selected.size() != 1) {
            throw Diagnostic.error(
                            ErrorCode.USAGE,
                            "a savepoint is the state of one job, and " + selected.size() + " are selected")
                    .withHint("name the file of that job: elt run sql/dws_deposit.sql --from-savepoint PATH")
                    .toException();
        }
    }

    private List<Job> withMissing(Plan all, Set<Job> selected) {
        try (Lake lake = new Lake(all.lakes())) {
            List<Job> missing = Upstream.missing(all, selected, table -> !lake.holds(table) || lake.exists(table));
            if (!missing.isEmpty()) {
                progress.say("ALSO "
                        + missing.stream().map(Job::name).collect(Collectors.joining(", "))
                        + ": tables that the selection reads do not exist yet");
            }
            return Stream.concat(selected.stream(), missing.stream()).toList();
        }
    }

    /** Before the stack starts: nothing runs on it yet, so all jobs begin from saved state. */
    private static void requireReadable(Plan plan, StateFolder states, Start start) {
        Problems problems = new Problems();
        try (Lake lake = new Lake(plan.lakes())) {
            StartingPoints points = new StartingPoints(states, lake);
            plan.jobs().forEach(job -> points.unreadable(job, start).forEach(problems::add));
        }
        problems.throwIfErrors();
    }

    static EmbeddedTarget startTarget(
            LoadedProject loaded, EltFolder folder, Ports ports, Plan plan, Progress progress) {
        Map<String, String> settings = loaded.flinkSettings();
        EmbeddedTarget target = progress.step(
                "START embedded stack",
                () -> EmbeddedTarget.start(
                        loaded.project().name(),
                        folder,
                        ports,
                        Slots.neededBy(plan, settings),
                        ClusterSettings.shown(settings, loaded.renderer().secrets())));
        StackNotice.tell(target.endpoints(), target.cluster().rest(), target.metrics(), progress);
        target.createTopics(plan);
        target.announce(ports);
        return target;
    }

    static void checkWarehouses(Plan plan) {
        plan.lakes().forEach(Warehouse::check);
    }

    static void requireEmbedded(Project project) {
        if (project.target().runOn() != RunOn.EMBEDDED) {
            throw Diagnostic.error(
                            ErrorCode.BAD_VALUE,
                            "target " + project.target().name() + " runs on "
                                    + project.target().runOn().text() + ", and the demo needs the embedded stack")
                    .withHint("choose a target with 'run-on: embedded'")
                    .toException();
        }
    }
}
