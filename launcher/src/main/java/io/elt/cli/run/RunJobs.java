package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.project.Project;
import io.elt.project.RunOn;
import io.elt.status.Lake;

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
     * @return what each table gained, empty if the run did not get to its end
     */
    public Optional<Rows> run(RunRequest request) {
        Ports ports = request.ports().resolved();
        Project project = loading.read(request.directory(), request.overrides(), ports);
        requireEmbedded(project);
        EltFolder folder = EltFolder.of(project.root());
        LoadedProject loaded = loading.load(project);
        Plan all = progress.step("PLAN " + loaded.scripts().size() + " files", () -> Planning.plan(loaded));
        checkWarehouses(all);
        Plan plan = all.only(withMissing(all, ListedGraph.of(loaded, all).jobs(request.selection())));
        if (request.until() == RunRequest.Until.CAUGHT_UP) {
            Inputs.requireKnown(plan.jobs());
        }
        try (EmbeddedTarget target = startTarget(folder, ports, plan, loaded.flinkSettings(), progress);
                JobRun run = new JobRun(loaded, plan, target, folder, progress)) {
            return run(request, loaded, plan, run);
        }
    }

    private Optional<Rows> run(RunRequest request, LoadedProject loaded, Plan plan, JobRun run) {
        run.applyServing();
        Gains gains = Gains.since(run.lake(), loaded, plan);
        run.mark();
        try {
            run.submit(request.start());
            if (request.until() == RunRequest.Until.CAUGHT_UP) {
                progress.say("WAIT until everything that is in the sources now has gone through");
                run.drain(signal::isRequested);
            } else {
                view.show(run, signal);
            }
        } finally {
            run.stop();
        }
        return signal.isRequested() && request.until() == RunRequest.Until.CAUGHT_UP
                ? Optional.empty()
                : Optional.of(gains.now());
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

    static EmbeddedTarget startTarget(
            EltFolder folder, Ports ports, Plan plan, Map<String, String> settings, Progress progress) {
        EmbeddedTarget target = progress.step(
                "START embedded stack",
                () -> EmbeddedTarget.start(folder, ports, Slots.neededBy(plan, settings), settings));
        StackNotice.tell(target.endpoints(), target.cluster().rest(), target.metrics(), progress);
        return target;
    }

    static void checkWarehouses(Plan plan) {
        plan.lakes().values().forEach(properties -> Warehouse.check(properties.getOrDefault("warehouse", "")));
    }

    static void requireEmbedded(Project project) {
        if (project.target().runOn() != RunOn.EMBEDDED) {
            throw Diagnostic.error(
                            ErrorCode.BAD_VALUE,
                            "target " + project.target().name() + " runs on "
                                    + project.target().runOn().text() + ", which this version of elt cannot do yet")
                    .withHint("choose a target with 'run-on: embedded'")
                    .toException();
        }
    }
}
