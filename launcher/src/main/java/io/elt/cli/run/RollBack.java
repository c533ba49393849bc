package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.deployment.Action;
import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.Remains;
import io.elt.deployment.Rollback;
import io.elt.deployment.RollbackPlanner;
import io.elt.deployment.TableTags;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackInUseException;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.project.RunOn;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code elt rollback}: brings a job, its state and its tables back to an entry of the deployment record. */
public final class RollBack {
    private final ProjectLoading loading;
    private final Progress progress;

    public RollBack(ProjectLoading loading, Progress progress) {
        this.loading = loading;
        this.progress = progress;
    }

    /**
     * @return what went where
     * @throws io.elt.diagnostic.EltException if it cannot be done; nothing is changed then
     */
    public Rows run(RollbackRequest request) {
        LoadedProject loaded = loading.load(loading.read(request.directory(), request.overrides(), Ports.DEFAULT));
        Plan plan = Planning.plan(loaded);
        Job job = plan.job(request.job()).orElseThrow(() -> Diagnostic.error(
                        ErrorCode.NOT_IN_RECORD, "the project has no job '" + request.job() + "'")
                .suggesting(request.job(), plan.jobs().stream().map(Job::name).toList())
                .toException());
        try (Recorder recorder = Recorder.of(loaded, plan, progress, loading.redactor())) {
            Deployment to = chosen(loaded, recorder, request);
            if (loaded.project().target().runOn() == RunOn.EMBEDDED) {
                return whileNothingRuns(
                        loaded,
                        () -> goBack(loaded, plan, recorder, possible(planned(plan, recorder, job, to), request)));
            }
            try (RollbackJobs jobs = new RollbackJobs(
                    Clusters.connect(loaded, DeploymentWatch.NOBODY), loaded, plan, recorder, progress)) {
                possible(planned(plan, recorder, job, to), request);
                jobs.stop(withReaders(plan, job));
                Rollback rollback = possible(planned(plan, recorder, job, to), request);
                Rows rows = goBack(loaded, plan, recorder, rollback);
                jobs.start(rollback);
                return rows;
            }
        }
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
        Deployment to = request.to().map(entries::entry).orElseGet(entries::toGoBackTo);
        if (!to.hasState()) {
            throw impossible(request.job(), to)
                    .withDetail("it is the " + to.action().text() + " of the job, which left no savepoint")
                    .withHint("choose an entry with a savepoint: 'elt history " + request.job() + "'")
                    .toException();
        }
        return to;
    }

    private static Rollback planned(Plan plan, Recorder recorder, Job job, Deployment to) {
        DeploymentRecord record = recorder.record();
        return new RollbackPlanner(
                        plan, record.tags(), record::holds, name -> record.of(to.project(), to.target(), name))
                .to(job, to);
    }

    private static Rollback possible(Rollback rollback, RollbackRequest request) {
        Deployment to = rollback.steps().get(0).to();
        List<String> refusals = new ArrayList<>(rollback.refusals());
        for (Rollback.Step step : rollback.steps()) {
            String savepoint = step.to().remains().savepoint().orElseThrow();
            if (!SavedState.isWhole(savepoint)) {
                refusals.add("savepoint " + savepoint + " of job " + step.job() + " is gone");
            }
        }
        if (!refusals.isEmpty()) {
            throw impossible(request.job(), to)
                    .withDetail(String.join("\n", refusals))
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

    /** A job and all that get rows from it. */
    private static Set<String> withReaders(Plan plan, Job job) {
        Set<Job> found = new LinkedHashSet<>(List.of(job));
        plan.jobs().stream()
                .filter(other -> found.stream().anyMatch(other::readsFrom))
                .forEach(found::add);
        return found.stream().map(Job::name).collect(Collectors.toSet());
    }

    private Rows goBack(LoadedProject loaded, Plan plan, Recorder recorder, Rollback rollback) {
        for (Rollback.Kept kept : rollback.kept()) {
            progress.say("  table " + kept.table() + " stays as it is: " + kept.why());
        }
        for (Rollback.Step step : rollback.steps()) {
            progress.step(
                    "ROLLBACK " + step.job() + " to " + step.to().id(), () -> goBack(loaded, plan, recorder, step));
        }
        return rows(rollback);
    }

    private static void goBack(LoadedProject loaded, Plan plan, Recorder recorder, Rollback.Step step) {
        Job job = plan.job(step.job()).orElseThrow();
        Remains then = step.to().remains();
        TableTags tags = recorder.record().tags();
        for (Map.Entry<TableName, String> tag : then.tags().entrySet()) {
            tags.rollBack(tag.getKey(), tag.getValue());
        }
        for (Map.Entry<TableName, Long> place : then.nextSnapshots().entrySet()) {
            tags.setPlace(place.getKey(), loaded.bundler().consumerId(job), place.getValue());
        }
        StateFolder states = Clusters.states(loaded);
        String savepoint = then.savepoint().orElseThrow();
        states.of(job.name()).goBackTo(savepoint);
        recorder.write(
                Action.ROLLBACK,
                job,
                Instant.now(),
                step.to().program(),
                new Remains(Optional.of(savepoint), Optional.empty(), then.tags(), then.nextSnapshots()));
    }

    private static Rows rows(Rollback rollback) {
        List<List<Object>> rows = rollback.steps().stream()
                .map(step -> List.<Object>of(
                        step.job(),
                        step.to().id(),
                        step.to().remains().savepoint().orElse(""),
                        step.to().remains().tags().keySet().stream()
                                .map(String::valueOf)
                                .toList()))
                .toList();
        return new Rows(List.of("job", "to", "savepoint", "tables"), rows);
    }
}
