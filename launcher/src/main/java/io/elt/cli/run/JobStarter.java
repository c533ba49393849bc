package io.elt.cli.run;

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

import java.util.Optional;

/** Starts a job on a cluster, from where it is to begin. */
final class JobStarter {
    private final Plan plan;
    private final Cluster cluster;
    private final Bundler bundler;
    private final StateFolder states;
    private final Lake lake;

    JobStarter(Plan plan, Cluster cluster, Bundler bundler, StateFolder states, Lake lake) {
        this.plan = plan;
        this.cluster = cluster;
        this.bundler = bundler;
        this.states = states;
        this.lake = lake;
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

    /**
     * @throws io.elt.diagnostic.EltException if the cluster refuses it
     */
    RunningJob start(Job job, Start start) {
        Optional<String> resumeFrom = start.isFresh() ? Optional.empty() : resumeFrom(job, start);
        if (resumeFrom.isEmpty()) {
            startOver(job);
        }
        Bundled bundled = bundle(job, resumeFrom);
        try {
            Submission submission = cluster.submit(bundled.bundle(), bundled.secrets());
            return new RunningJob(job, submission, state(job), resumeFrom);
        } catch (StatementException e) {
            throw refused(job, e).toException(e);
        }
    }

    private Optional<String> resumeFrom(Job job, Start start) {
        if (start.savepoint().isPresent()) {
            return start.savepoint();
        }
        return hasItsTables(job) ? state(job).latest() : Optional.empty();
    }

    private Bundled bundle(Job job, Optional<String> resumeFrom) {
        return bundler.bundle(plan, job, state(job), resumeFrom);
    }

    /** State without its tables belongs to a lake that is gone. */
    private boolean hasItsTables(Job job) {
        return job.writes().stream().filter(lake::holds).allMatch(lake::exists);
    }

    private void startOver(Job job) {
        state(job).putAside();
        for (TableName table : job.reads()) {
            lake.forget(table, bundler.consumerId(job));
        }
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
