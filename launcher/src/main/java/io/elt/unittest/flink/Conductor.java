package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import io.elt.unittest.Schedule;
import io.elt.unittest.Schedule.Step;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.util.ExceptionUtils;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Takes one job through the steps of a schedule. */
final class Conductor {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(2);

    private final TestCluster cluster;
    private final PlannedJob job;
    private final Run run;
    private final JobID id = new JobID();
    private Map<TableName, Integer> kept = Map.of();

    Conductor(TestCluster cluster, PlannedJob job, Run run) {
        this.cluster = cluster;
        this.job = job;
        this.run = run;
    }

    /** Returns why the job failed, null if it went through. */
    Throwable conduct(Schedule schedule) throws InterruptedException {
        Runs.add(id.toHexString(), run);
        try {
            if (schedule.mode() == Schedule.Mode.BATCH) {
                BatchInput.of(schedule.events(), job.inputs()).forEach(run::allow);
                run.end();
            }
            cluster.submit(job.graph(), id, restarts(schedule)).join();
            CompletableFuture<JobResult> result = cluster.result(id);
            result.whenComplete((any, error) -> run.over());
            if (schedule.mode() == Schedule.Mode.STREAMING) {
                stream(schedule.steps());
                run.end();
            }
            return result.get()
                    .getSerializedThrowable()
                    .<Throwable>map(error -> error.deserializeError(getClass().getClassLoader()))
                    .orElse(null);
        } catch (ExecutionException | CompletionException e) {
            return e.getCause();
        } finally {
            Runs.remove(id.toHexString());
        }
    }

    private static int restarts(Schedule schedule) {
        return (int)
                schedule.steps().stream().filter(Step.Restart.class::isInstance).count();
    }

    private void stream(List<Step> steps) throws InterruptedException {
        TableName delivering = null;
        for (Step step : steps) {
            if (step instanceof Step.Emit emit) {
                Event event = emit.event();
                if (delivering != null && !delivering.equals(event.table())) {
                    settle();
                }
                run.allow(event);
                delivering = event.table();
                continue;
            }
            delivering = null;
            if (step instanceof Step.Restart) {
                if (run.awaitDelivered()) {
                    run.restart(kept);
                }
                continue;
            }
            settle();
            if (step instanceof Step.Pause pause) {
                run.pause(pause.duration());
            }
        }
    }

    /** Waits until all that was delivered has gone through: a checkpoint is complete when its barrier has reached the sinks. */
    private void settle() throws InterruptedException {
        if (run.awaitDelivered() && checkpoint()) {
            kept = run.progress();
        }
    }

    /** Returns false if the job is over, and its failure says more than the checkpoint's. */
    private boolean checkpoint() throws InterruptedException {
        while (true) {
            try {
                cluster.checkpoint(id).get();
                return true;
            } catch (ExecutionException e) {
                if (!isStarting(e)) {
                    return false;
                }
                if (run.awaitOver(BETWEEN_ATTEMPTS)) {
                    return false;
                }
            }
        }
    }

    /** Readers may be there before the tasks that come after them. */
    private static boolean isStarting(ExecutionException error) {
        return ExceptionUtils.findThrowable(error, CheckpointException.class)
                .map(CheckpointException::getCheckpointFailureReason)
                .filter(CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING::equals)
                .isPresent();
    }
}
