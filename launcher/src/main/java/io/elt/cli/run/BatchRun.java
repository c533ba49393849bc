package io.elt.cli.run;

import io.elt.backfill.BoundedJob;
import io.elt.backfill.Bounding;
import io.elt.backfill.History;
import io.elt.backfill.Window;
import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.plan.column.InsertFlow;
import io.elt.runner.JobBundle;
import io.elt.runner.StatementException;
import io.elt.submit.Bundler.Bundled;
import io.elt.submit.Cluster;
import io.elt.submit.JobIdentity;
import io.elt.submit.JobState;
import io.elt.submit.RootCause;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import io.elt.submit.Submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jobs of one project with an end, one after the other in the order of the data. Nothing is remembered: what a table holds is
 * written under a name that tells which job made it of which snapshots, so a run that was killed finds what it has done.
 */
final class BatchRun {
    private static final long LOOK_AGAIN_MILLIS = 300;

    /** A batch has no state to go on from, and must leave alone that of the stream of the same name. */
    private static final String STATE = ".batch";

    private final LoadedProject loaded;
    private final Plan all;
    private final Plan plan;
    private final Window window;
    private final List<InsertFlow> flows;
    private final StateFolder states;
    private final Progress progress;

    /**
     * @param all the whole project
     * @param plan only the jobs to run
     * @param flows of all jobs
     */
    BatchRun(
            LoadedProject loaded,
            Plan all,
            Plan plan,
            Window window,
            List<InsertFlow> flows,
            StateFolder states,
            Progress progress) {
        this.loaded = loaded;
        this.all = all;
        this.plan = plan;
        this.window = window;
        this.flows = flows;
        this.states = states;
        this.progress = progress;
    }

    /**
     * Before anything starts.
     *
     * @throws io.elt.diagnostic.EltException if a job cannot run as a batch, or a stream would go on over what it writes
     */
    void check(Start start) {
        Problems problems = new Problems();
        try (History history = new History(plan.lakes())) {
            Bounding bounding = new Bounding(window, filled(), flows, history);
            plan.jobs().forEach(job -> bounding.problems(job).forEach(problems::add));
        }
        problems.throwIfErrors();
        List<Job> streams = streams();
        if (!start.isFresh() && !streams.isEmpty()) {
            throw streamBehind(streams);
        }
    }

    /** What the cluster gets; there the job is known by its mark. */
    private JobBundle marked(BoundedJob bounded, JobBundle bundle, String mark) {
        JobBundle written = bounded.write(bundle, mark, plan.lakes().keySet());
        JobIdentity identity = JobIdentity.of(written).withFingerprint(mark);
        return new JobBundle(written.name(), identity.addTo(written.settings()), written.statements());
    }

    /**
     * @return what each job did, empty if it was interrupted
     */
    Optional<Rows> run(Cluster cluster, Start start, StopSignal signal) {
        Alterations alterations = new Alterations(loaded, plan);
        alterations.check();
        JobWatch watch = new JobWatch(cluster);
        EarlierBatches before =
                EarlierBatches.on(cluster, watch, plan, touched().toList());
        if (start.isFresh()) {
            streams().forEach(job -> states.of(job.name()).putAside());
        }
        alterations.apply(progress);
        List<List<Object>> rows = new ArrayList<>();
        try (History history = new History(plan.lakes())) {
            Bounding bounding = new Bounding(window, filled(), flows, history);
            int number = 1;
            for (Job job : plan.jobs()) {
                String place = number++ + " of " + plan.jobs().size();
                Optional<String> result = run(bounding.bound(job), before, history, cluster, watch, signal, place);
                if (result.isEmpty()) {
                    progress.say("CANCELLED " + job.name()
                            + ": its tables are as they were; the same command goes on with it");
                    return Optional.empty();
                }
                rows.add(List.of(job.name(), result.get(), names(job)));
            }
        }
        return Optional.of(new Rows(List.of("job", "result", "tables"), rows));
    }

    private Optional<String> run(
            BoundedJob bounded,
            EarlierBatches before,
            History history,
            Cluster cluster,
            JobWatch watch,
            StopSignal signal,
            String place) {
        Job job = bounded.job();
        SavedState state = states.of(job.name() + STATE);
        Bundled bundled = loaded.endingBundler().bundle(plan, job, state, Optional.empty());
        String mark = BoundedJob.mark(JobIdentity.of(bundled.bundle()).fingerprint());
        if (isDone(job, history, mark)) {
            progress.say(place + " LEAVE " + job.name() + ": its tables hold this result already");
            return Optional.of("was done");
        }
        Optional<Submission> earlier = before.same(job, mark);
        if (earlier.isPresent()) {
            RunningJob running = new RunningJob(job, earlier.get(), state, Optional.empty());
            return progress.step(
                    place + " WAIT " + job.name() + ", which an earlier run has started",
                    () -> await(running, cluster, watch, signal));
        }
        before.requireNoneBehind(job, watch);
        JobBundle bundle = marked(bounded, bundled.bundle(), mark);
        return progress.step(place + " BATCH " + job.name(), () -> {
            state.putAside();
            RunningJob running = submit(job, new Bundled(bundle, bundled.secrets()), cluster, state);
            return await(running, cluster, watch, signal);
        });
    }

    private boolean isDone(Job job, History history, String mark) {
        // A topic is not pinned: records with older times may have come since.
        return !job.reads().isEmpty()
                && job.writes().stream().allMatch(table -> history.holds(table) && history.isWrittenBy(table, mark));
    }

    private RunningJob submit(Job job, Bundled bundled, Cluster cluster, SavedState state) {
        try {
            Submission submission = cluster.submit(bundled.bundle(), bundled.secrets());
            return new RunningJob(job, submission, state, Optional.empty());
        } catch (StatementException e) {
            throw Diagnostic.error(
                            ErrorCode.SUBMISSION_FAILED,
                            "job " + job.name() + " cannot be submitted: " + RootCause.of(e.getCause()))
                    .at(plan.statements(job).get(e.statement()).origin())
                    .toException(e);
        }
    }

    /**
     * @return empty if it was interrupted
     * @throws io.elt.diagnostic.EltException if the job did not get to its end
     */
    private static Optional<String> await(RunningJob job, Cluster cluster, JobWatch watch, StopSignal signal) {
        try {
            JobState state = watch.check(job).state();
            while (!state.isFinal()) {
                if (signal.await(LOOK_AGAIN_MILLIS)) {
                    cluster.cancel(job.submission());
                    return Optional.empty();
                }
                state = watch.check(job).state();
            }
            if (state != JobState.FINISHED) {
                throw cancelled(job);
            }
            return Optional.of("done");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cluster.cancel(job.submission());
            return Optional.empty();
        }
    }

    private static RuntimeException cancelled(RunningJob job) {
        return Diagnostic.error(
                        ErrorCode.JOB_FAILED,
                        "job " + job.name() + " was cancelled by somebody else; its tables are as they were")
                .at(SourceSpan.ofFile(job.job().files().get(0)))
                .withHint("the same command again does what is left")
                .toException();
    }

    private Set<TableName> filled() {
        return plan.jobs().stream().flatMap(job -> job.writes().stream()).collect(Collectors.toSet());
    }

    /** Jobs that read or write what this run replaces. */
    private Stream<Job> touched() {
        Set<TableName> filled = filled();
        return all.jobs().stream()
                .filter(job ->
                        plan.job(job.name()).isPresent() || job.reads().stream().anyMatch(filled::contains));
    }

    /** Those of them that have stopped as streams. */
    private List<Job> streams() {
        return touched()
                .filter(job -> states.of(job.name()).latest().isPresent())
                .toList();
    }

    private RuntimeException streamBehind(List<Job> streams) {
        return Diagnostic.error(
                        ErrorCode.STREAM_BEHIND,
                        "as streams, " + names(streams)
                                + " would go on from their state and not know what the batch has written")
                .withHint("run the batch for a target of its own, or with --fresh: the streams then start over, too")
                .toException();
    }

    private static String names(List<Job> jobs) {
        return jobs.stream().map(Job::name).collect(Collectors.joining(", "));
    }

    private static String names(Job job) {
        return job.writes().stream().map(TableName::toString).collect(Collectors.joining(", "));
    }
}
