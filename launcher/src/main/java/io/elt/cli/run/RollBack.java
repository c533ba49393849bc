package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.Rollback;
import io.elt.deployment.RollbackPlanner;
import io.elt.deployment.Standing;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackInUseException;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.project.RunOn;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.SavedState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code elt rollback}: brings a job, its state and its tables back to an entry of the deployment record. */
public final class RollBack {
    private final ProjectLoading loading;
    private final Progress progress;
    private final StopSignal signal;

    /**
     * @param signal abandons it as long as nothing has gone back; later it only ends the waiting
     */
    public RollBack(ProjectLoading loading, Progress progress, StopSignal signal) {
        this.loading = loading;
        this.progress = progress;
        this.signal = signal;
    }

    /**
     * @return what went where; empty if it was interrupted before anything did
     * @throws io.elt.diagnostic.EltException if it cannot be done; nothing is changed then
     */
    public Optional<Rows> run(RollbackRequest request) {
        LoadedProject loaded = loading.load(loading.read(request.directory(), request.overrides(), Ports.DEFAULT));
        Plan plan = Planning.plan(loaded);
        Job job = plan.job(request.job()).orElseThrow(() -> Diagnostic.error(
                        ErrorCode.NOT_IN_RECORD, "the project has no job '" + request.job() + "'")
                .suggesting(request.job(), plan.jobs().stream().map(Job::name).toList())
                .toException());
        try (Recorder recorder = Recorder.of(loaded, plan, progress, loading.redactor())) {
            Deployment to = chosen(loaded, recorder, request);
            RollbackSteps steps = new RollbackSteps(loaded, plan, recorder, progress);
            if (loaded.project().target().runOn() == RunOn.EMBEDDED) {
                return Optional.of(whileNothingRuns(
                        loaded, () -> gone(steps, planned(plan, recorder, name -> false, job, to, request))));
            }
            try (RollbackJobs jobs = new RollbackJobs(
                    Clusters.connect(loaded, DeploymentWatch.NOBODY), loaded, plan, recorder, progress)) {
                return onCluster(jobs, steps, () -> planned(plan, recorder, jobs::run, job, to, request));
            }
        }
    }

    private static Rows gone(RollbackSteps steps, Rollback rollback) {
        steps.begin(rollback);
        return steps.go(rollback);
    }

    private Optional<Rows> onCluster(RollbackJobs jobs, RollbackSteps steps, Supplier<Rollback> planned) {
        Rollback rollback = planned.get();
        boolean begun = false;
        try {
            jobs.stop(rollback.steps().stream().map(Rollback.Step::job).toList(), signal);
            // What they have just left may be all that some of them need to go back.
            rollback = planned.get();
            if (!signal.isRequested()) {
                steps.begin(rollback);
                begun = true;
            }
        } finally {
            if (!begun) {
                jobs.startAgain();
            }
        }
        if (!begun) {
            return Optional.empty();
        }
        Rows rows = steps.go(rollback);
        jobs.start(rollback, signal);
        return Optional.of(rows);
    }

    /** The embedded cluster lives in the process that runs the jobs. */
    private static Rows whileNothingRuns(LoadedProject loaded, Supplier<Rows> work) {
        AtomicReference<Rows> rows = new AtomicReference<>();
        Path folder = EltFolder.of(loaded.project().root()).stack();
        try {
            EmbeddedStack.whileStopped(folder, () -> rows.set(work.get()));
            return rows.get();
        } catch (StackInUseException e) {
            throw Diagnostic.error(
                            ErrorCode.ALREADY_RUNNING,
                            "another elt (process " + e.owner().process() + ") runs the embedded stack of this project")
                    .withHint("stop it first (Ctrl-C there): its jobs use the tables that go back")
                    .toException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    private static Deployment chosen(LoadedProject loaded, Recorder recorder, RollbackRequest request) {
        String target = loaded.project().target().name();
        List<Deployment> newestFirst = recorder.entries(request.job());
        if (newestFirst.isEmpty()) {
            throw Diagnostic.error(
                            ErrorCode.NOT_IN_RECORD,
                            "the record of target " + target + " has no job '" + request.job() + "'")
                    .withHint("'elt history' lists the jobs that it has")
                    .toException();
        }
        RecordEntries entries = new RecordEntries(target, request.job(), newestFirst);
        Deployment to = request.to()
                .map(entries::entry)
                .or(() -> entries.goal().filter(goal -> isUnfinished(loaded, recorder, entries.newest())))
                .orElseGet(entries::toGoBackTo);
        if (!to.hasState()) {
            throw impossible(request.job(), to)
                    .withDetail("it is the " + to.action().text() + " of the job, which left no savepoint")
                    .withHint("choose an entry with a savepoint: 'elt history " + request.job() + "'")
                    .toException();
        }
        return to;
    }

    /** On a cluster a job is started at the end of it, with the statements that it went back to. */
    private static boolean isUnfinished(LoadedProject loaded, Recorder recorder, Deployment rollback) {
        return loaded.project().target().runOn() != RunOn.EMBEDDED
                || RecordEntries.isUnfinished(
                        rollback,
                        Clusters.states(loaded).of(rollback.job()),
                        recorder.record().tags());
    }

    private static Rollback planned(
            Plan plan, Recorder recorder, Predicate<String> runs, Job job, Deployment to, RollbackRequest request) {
        recorder.awaitWritten();
        DeploymentRecord record = recorder.record();
        RollbackPlanner.Jobs known = new RollbackPlanner.Jobs() {
            @Override
            public List<Deployment> entries(String name) {
                return Standing.of(record.of(to.project(), to.target(), name)).entries();
            }

            @Override
            public boolean run(String name) {
                return runs.test(name);
            }

            @Override
            public boolean isWhole(String savepoint) {
                return SavedState.isWhole(savepoint);
            }
        };
        return possible(new RollbackPlanner(plan, record.tags(), record::holds, known).to(job, to), to, request);
    }

    private static Rollback possible(Rollback rollback, Deployment to, RollbackRequest request) {
        if (!rollback.refusals().isEmpty()) {
            throw impossible(request.job(), to)
                    .withDetail(String.join("\n", rollback.refusals()))
                    .withHint("choose a later entry of 'elt history " + request.job()
                            + "', or change the files back and 'elt run " + request.job() + "+ --fresh'")
                    .toException();
        }
        if (!rollback.downstream().isEmpty() && request.scope() == RollbackRequest.Scope.JOB) {
            throw impossible(request.job(), to)
                    .withDetail(String.join(", ", rollback.downstream())
                            + " have read what it wrote since, and have to go back too")
                    .withHint("add --downstream")
                    .toException();
        }
        return rollback;
    }

    private static Diagnostic impossible(String job, Deployment to) {
        return Diagnostic.error(ErrorCode.CANNOT_ROLL_BACK, "job " + job + " cannot go back to " + to.id());
    }
}
