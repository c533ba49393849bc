package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.status.JobStatus;
import io.elt.status.JobStatusReader;
import io.elt.submit.Cluster;
import io.elt.submit.JobState;
import io.elt.submit.RootCause;
import io.elt.submit.StopException;
import io.elt.submit.Submission;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Asks the cluster about jobs, and takes a failed one for what it is: the end of the run. */
final class JobWatch {
    private static final Duration START_WITHIN = Duration.ofMinutes(5);
    private static final Duration SETTLE_WITHIN = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN_MILLIS = 300;
    private static final Set<JobState> UNSETTLED = EnumSet.of(JobState.STARTING, JobState.RESTARTING);

    private final JobStatusReader reader;

    JobWatch(Cluster cluster) {
        this.reader = new JobStatusReader(cluster);
    }

    /**
     * @throws io.elt.diagnostic.EltException if the job has failed, with its root cause
     */
    JobStatus check(RunningJob running) {
        JobStatus status = reader.read(running.submission());
        if (status.state() == JobState.FAILED) {
            throw failed(running, status).toException();
        }
        return status;
    }

    /**
     * As {@link #check}, for those who only want to know the state.
     *
     * @throws io.elt.diagnostic.EltException if the job has failed, with its root cause
     */
    JobState state(RunningJob running) {
        JobState state = reader.state(running.submission());
        return state == JobState.FAILED ? check(running).state() : state;
    }

    boolean isRunning(RunningJob running) {
        return state(running) == JobState.RUNNING;
    }

    /**
     * Whether it runs, or has ended well already.
     *
     * @throws io.elt.diagnostic.EltException if the job has failed, with its root cause
     */
    boolean hasStarted(RunningJob running) {
        return isRunning(running) || isFinal(running);
    }

    /**
     * Waits until every job runs.
     *
     * @return false if it was interrupted before; jobs go on starting then
     * @throws io.elt.diagnostic.EltException if one fails, or does not run in time
     */
    boolean awaitStarted(List<RunningJob> started, StopSignal signal) {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        List<RunningJob> waiting = List.copyOf(started);
        try {
            while (true) {
                waiting = waiting.stream().filter(job -> !hasStarted(job)).toList();
                if (waiting.isEmpty()) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    throw notStarted(waiting, START_WITHIN).toException();
                }
                if (signal.await(LOOK_AGAIN_MILLIS)) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits a minute for a job that starts, or starts again after a failure: no savepoint can be taken of it, and without one
     * there is no way back to it. A job that fails all the time does so for longer.
     */
    void awaitSettled(Submission submission) {
        long deadline = System.nanoTime() + SETTLE_WITHIN.toNanos();
        while (UNSETTLED.contains(reader.state(submission)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS));
        }
    }

    boolean isFinal(RunningJob running) {
        return isFinal(running.submission());
    }

    boolean isFinal(Submission submission) {
        return reader.state(submission).isFinal();
    }

    Diagnostic notStopped(RunningJob running, StopException error) {
        String reason = reader.read(running.submission()).rootCause().orElse(RootCause.of(error));
        return Diagnostic.error(ErrorCode.JOB_FAILED, "job " + running.name() + " cannot be stopped: " + reason)
                .at(SourceSpan.ofFile(running.job().files().get(0)));
    }

    private Diagnostic notStarted(List<RunningJob> waiting, Duration patience) {
        RunningJob first = waiting.get(0);
        JobStatus status = reader.read(first.submission());
        String names = waiting.stream().map(RunningJob::name).collect(Collectors.joining(", "));
        return Diagnostic.error(
                        ErrorCode.JOB_TIMEOUT,
                        "after " + patience.toMinutes() + " min these jobs do not run yet: " + names + "; "
                                + first.name() + " is " + status.state().name().toLowerCase(Locale.ROOT)
                                + status.rootCause().map(cause -> ": " + cause).orElse(""))
                .withHint(
                        "most often the cluster has no free slots: give it more TaskManagers or slots. The jobs go on starting;"
                                + " `elt status` says how they are, `elt cancel` ends them")
                .at(SourceSpan.ofFile(first.job().files().get(0)));
    }

    private static Diagnostic failed(RunningJob running, JobStatus status) {
        Diagnostic failed = Diagnostic.error(
                        ErrorCode.JOB_FAILED,
                        "job " + running.name() + " failed: "
                                + status.rootCause().orElse("the cluster gives no reason"))
                .at(SourceSpan.ofFile(running.job().files().get(0)));
        if (running.resumedFrom().isPresent() && status.checkpoints() == 0) {
            return failed.withHint(
                    "it was resumed from " + running.resumedFrom().get()
                            + " and did not get to a checkpoint: if its SQL has changed since, its state may not fit;"
                            + " `elt run --fresh` starts it anew");
        }
        return failed;
    }
}
