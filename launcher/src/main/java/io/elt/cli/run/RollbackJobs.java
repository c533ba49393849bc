package io.elt.cli.run;

import io.elt.deployment.Action;
import io.elt.deployment.Deployment;
import io.elt.deployment.Program;
import io.elt.deployment.Remains;
import io.elt.deployment.Rollback;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.StatementException;
import io.elt.status.Lake;
import io.elt.submit.Cluster;
import io.elt.submit.JobIdentity;
import io.elt.submit.RootCause;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import io.elt.submit.StopException;
import io.elt.submit.Submission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running jobs of a cluster while they are brought back: stopped before, and started with what they were after. */
final class RollbackJobs implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final LoadedProject loaded;
    private final Plan plan;
    private final Recorder recorder;
    private final Progress progress;
    private final StateFolder states;
    private final JobWatch watch;
    private final Map<String, Submission> running = new HashMap<>();
    private final Map<String, Stopped> stopped = new LinkedHashMap<>();

    /**
     * A job that ran.
     *
     * @param program what it executed
     * @param state where it would go on
     */
    private record Stopped(Program program, Optional<String> state) {}

    RollbackJobs(Cluster cluster, LoadedProject loaded, Plan plan, Recorder recorder, Progress progress) {
        this.cluster = cluster;
        this.loaded = loaded;
        this.plan = plan;
        this.recorder = recorder;
        this.progress = progress;
        this.states = Clusters.states(loaded);
        this.watch = new JobWatch(cluster);
        for (Submission submission : cluster.jobs()) {
            if (!running.containsKey(submission.job()) && !watch.isFinal(submission)) {
                running.put(submission.job(), submission);
            }
        }
    }

    /** Whether a job runs, or tries to. */
    boolean run(String job) {
        return running.containsKey(job);
    }

    /** Stops those of the jobs that run, in the order of the data, as long as nobody interrupts it. */
    void stop(Collection<String> names, StopSignal signal) {
        for (Job job : plan.jobs()) {
            if (names.contains(job.name()) && run(job.name()) && !signal.isRequested()) {
                stop(job, running.get(job.name()));
                running.remove(job.name());
            }
        }
    }

    private void stop(Job job, Submission submission) {
        Program program = recorder.program(job, submission.fingerprint());
        SavedState state = states.of(job.name());
        try {
            String savepoint = progress.step("STOP " + job.name(), () -> {
                watch.awaitSettled(submission);
                return cluster.stop(submission, state.savepoints(), STOP_WITHIN);
            });
            recorder.stopped(job, savepoint);
            stopped.put(job.name(), new Stopped(program, Optional.of(savepoint)));
        } catch (StopException e) {
            // A job that fails all the time is a good reason to go back.
            progress.say("  " + e.getMessage() + ": it is cancelled");
            cluster.cancel(submission);
            stopped.put(job.name(), new Stopped(program, state.latest()));
        }
    }

    /** Nothing goes back: what was stopped goes on. */
    void startAgain() {
        for (Job job : plan.jobs()) {
            Stopped was = stopped.get(job.name());
            if (was != null) {
                submitted(job, Action.START, was.program(), was.state());
            }
        }
    }

    /**
     * Starts the job itself, and of the others what ran before: with the statements of its entry, or with those that it had.
     *
     * @param signal ends the waiting
     */
    void start(Rollback rollback, StopSignal signal) {
        Map<String, Rollback.Step> steps = new HashMap<>();
        rollback.steps().forEach(step -> steps.put(step.job(), step));
        String first = rollback.steps().get(0).job();
        List<RunningJob> started = new ArrayList<>();
        for (Job job : plan.jobs()) {
            Rollback.Step step = steps.get(job.name());
            Stopped was = stopped.get(job.name());
            if (step == null && was != null) {
                started.add(submitted(job, Action.START, was.program(), was.state()));
            } else if (step != null && (was != null || job.name().equals(first))) {
                started.add(step.to().map(to -> back(job, to)).orElseGet(() -> over(job)));
            } else if (step != null) {
                progress.say("  " + job.name() + " did not run, and is not started: 'elt run " + job.name() + "' does");
            }
        }
        watch.awaitStarted(started, signal);
    }

    private RunningJob back(Job job, Deployment to) {
        // Its groups have committed more than its state has read now; they are only for measuring.
        JobStarter.forgetOffsets(job);
        return submitted(job, Action.START, to.program(), to.remains().savepoint());
    }

    private RunningJob over(Job job) {
        states.of(job.name()).putAside();
        try (Lake lake = new Lake(plan.lakes())) {
            job.reads().forEach(table -> lake.forget(table, loaded.bundler().consumerId(job)));
        }
        JobStarter.forgetOffsets(job);
        return submitted(job, Action.FRESH, stopped.get(job.name()).program(), Optional.empty());
    }

    private RunningJob submitted(Job job, Action action, Program program, Optional<String> state) {
        if (program.statements().isEmpty()) {
            throw notStarted(job, "the record does not know what it was").toException();
        }
        Map<String, String> settings = new HashMap<>(program.settings());
        state.ifPresent(path -> {
            settings.put("execution.state-recovery.path", path);
            settings.put("execution.state-recovery.claim-mode", "NO_CLAIM");
        });
        List<String> statements = program.statements();
        String name =
                JobIdentity.of(new JobBundle(job.name(), settings, statements)).clusterName();
        JobBundle bundle = new JobBundle(name, settings, statements);
        JobSecrets secrets = secrets(job, bundle);
        // Before it writes anything: else, after a kill, its rollback would look as if it had not come to its end.
        recorder.write(recorder.entry(action, job, program, Remains.started(state)));
        try {
            Submission submission = progress.step("START " + job.name(), () -> cluster.submit(bundle, secrets));
            return new RunningJob(job, submission, states.of(job.name()), state);
        } catch (StatementException e) {
            throw notStarted(job, RootCause.of(e.getCause())).toException(e);
        }
    }

    private static Diagnostic notStarted(Job job, String why) {
        return Diagnostic.error(ErrorCode.SUBMISSION_FAILED, "job " + job.name() + " cannot be submitted: " + why)
                .withHint("its tables and its state fit each other: 'elt run " + job.name()
                        + "' goes on from there, with the files as they are then");
    }

    /** The statements of the entry hold names of secrets; their values are those of today. */
    private JobSecrets secrets(Job job, JobBundle bundle) {
        JobSecrets now = loaded.bundler()
                .bundle(plan, job, states.of(job.name()), Optional.empty())
                .secrets();
        List<String> missing = bundle.secretNames().stream()
                .filter(name -> now.reveal(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw Diagnostic.error(
                            ErrorCode.CANNOT_ROLL_BACK,
                            "job " + job.name() + " had secrets that the project no longer has: "
                                    + String.join(", ", missing))
                    .withHint("its tables and its state are back; change the files back and 'elt run " + job.name()
                            + "' goes on from there")
                    .toException();
        }
        return now.only(bundle.secretNames());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
