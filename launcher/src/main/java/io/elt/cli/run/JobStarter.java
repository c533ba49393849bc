package io.elt.cli.run;

import io.elt.deployment.Action;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.runner.StatementException;
import io.elt.script.Statement;
import io.elt.status.KafkaOffsets;
import io.elt.status.Lake;
import io.elt.submit.Bundler;
import io.elt.submit.Bundler.Bundled;
import io.elt.submit.Cluster;
import io.elt.submit.JobIdentity;
import io.elt.submit.RootCause;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import io.elt.submit.Submission;

import java.util.List;
import java.util.Optional;

/** Starts a job on a cluster, from where it is to begin. */
final class JobStarter {
    private final Plan plan;
    private final Cluster cluster;
    private final Bundler bundler;
    private final StateFolder states;
    private final StartingPoints points;
    private final Lake lake;
    private final Recorder recorder;

    JobStarter(Plan plan, Cluster cluster, Bundler bundler, StateFolder states, Lake lake, Recorder recorder) {
        this.plan = plan;
        this.cluster = cluster;
        this.bundler = bundler;
        this.states = states;
        this.points = new StartingPoints(states, lake);
        this.lake = lake;
        this.recorder = recorder;
    }

    /**
     * Whether a job can go on from the state that it is to begin with.
     *
     * @return what is wrong
     */
    Optional<Diagnostic> misfit(Job job, Start start) {
        return recorder.misfit(job, bundle(job, Optional.empty()).bundle(), start.savepoint());
    }

    /** Says which of a job's tables hold more than they did when the state was saved that it goes on from. */
    void tellMovedTables(Job job, Start start) {
        if (!start.isFresh()) {
            resumeFrom(job, start).ifPresent(path -> recorder.tellMovedTables(job, path));
        }
    }

    /**
     * Whether a rollback of the job was interrupted: then state and tables do not fit each other.
     *
     * @return what is wrong
     */
    Optional<Diagnostic> unfinishedRollback(Job job) {
        return recorder.wentBack(job)
                .filter(entry -> RecordEntries.isUnfinished(
                        entry, state(job), recorder.record().tags()))
                .map(entry -> Diagnostic.error(
                                ErrorCode.ROLLBACK_UNFINISHED,
                                "the rollback of job " + job.name() + " (" + entry.id() + ") did not get to its end")
                        .withHint("'elt rollback " + job.name() + " --downstream' goes on with it"));
    }

    /** Says that somebody has brought the job back from what its files have. */
    void tellTakenBack(Job job) {
        recorder.tellTakenBack(
                job, JobIdentity.of(bundle(job, Optional.empty()).bundle()).fingerprint());
    }

    /** Whether there is anything from which it would go on. */
    boolean goesOn(Job job, Start start) {
        return resumeFrom(job, start).isPresent();
    }

    /** Why a job that is to start could not read what it reads of databases. */
    List<Diagnostic> unreadable(Job job, Start start) {
        return points.unreadable(job, start);
    }

    SavedState state(Job job) {
        return states.of(job.name());
    }

    /** Whether the job that runs does what the plan says. */
    boolean isUnchanged(Job job, Submission running) {
        String fingerprint =
                JobIdentity.of(bundle(job, Optional.empty()).bundle()).fingerprint();
        return running.fingerprint().filter(fingerprint::equals).isPresent();
    }

    /** Whether a job needs values of secrets, which nothing tells apart from those that it has. */
    boolean hasSecrets(Job job) {
        return !bundle(job, Optional.empty()).bundle().secretNames().isEmpty();
    }

    /**
     * @throws io.elt.diagnostic.EltException if the cluster refuses it
     */
    RunningJob start(Job job, Start start, Action action) {
        Optional<String> resumeFrom = resumeFrom(job, start);
        if (resumeFrom.isEmpty()) {
            startOver(job);
        }
        Bundled bundled = bundle(job, resumeFrom);
        boolean wentBack = recorder.wentBack(job).isPresent();
        if (wentBack) {
            // Its groups have committed more than its state has read now; they are only for measuring.
            forgetOffsets(job);
            // Before it writes anything: else, after a kill, its rollback would look as if it had not come to its end.
            recorder.started(action, job, bundled.bundle(), resumeFrom);
            recorder.awaitWritten();
        }
        try {
            Submission submission = cluster.submit(bundled.bundle(), bundled.secrets());
            if (!wentBack) {
                recorder.started(action, job, bundled.bundle(), resumeFrom);
            }
            return new RunningJob(job, submission, state(job), resumeFrom);
        } catch (StatementException e) {
            throw refused(job, e).toException(e);
        }
    }

    private Optional<String> resumeFrom(Job job, Start start) {
        boolean toItsBeginning = recorder.wentBack(job)
                .filter(entry -> entry.remains().restoredFrom().isEmpty())
                .isPresent();
        // What it has saved then knows rows that never were.
        return toItsBeginning && start.savepoint().isEmpty() ? Optional.empty() : points.of(job, start);
    }

    private Bundled bundle(Job job, Optional<String> resumeFrom) {
        return bundler.bundle(plan, job, state(job), resumeFrom);
    }

    private void startOver(Job job) {
        state(job).putAside();
        for (TableName table : job.reads()) {
            lake.forget(table, bundler.consumerId(job));
        }
        forgetOffsets(job);
    }

    static void forgetOffsets(Job job) {
        for (ExternalInput input : job.inputs()) {
            if (input.isKafka()) {
                KafkaOffsets.of(input).ifPresent(JobStarter::forget);
            }
        }
    }

    private static void forget(KafkaOffsets topics) {
        try (topics) {
            topics.forget();
        }
    }

    private Diagnostic refused(Job job, StatementException error) {
        Statement statement = plan.statements(job).get(error.statement());
        return Diagnostic.error(
                        ErrorCode.SUBMISSION_FAILED,
                        "job " + job.name() + " cannot be submitted: " + RootCause.of(error.getCause()))
                .at(statement.origin());
    }
}
