package io.elt.cli.run;

import io.elt.deployment.Deployment;
import io.elt.deployment.Program;
import io.elt.deployment.Rollback;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.JobIdentity;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import io.elt.submit.Submission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The running jobs of a cluster while they are brought back: stopped before, and started with what they were after. */
final class RollbackJobs implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(300);

    private final Cluster cluster;
    private final LoadedProject loaded;
    private final Plan plan;
    private final Recorder recorder;
    private final Progress progress;
    private final StateFolder states;
    private final JobWatch watch;
    private final Map<String, String> stopped = new LinkedHashMap<>();

    RollbackJobs(Cluster cluster, LoadedProject loaded, Plan plan, Recorder recorder, Progress progress) {
        this.cluster = cluster;
        this.loaded = loaded;
        this.plan = plan;
        this.recorder = recorder;
        this.progress = progress;
        this.states = Clusters.states(loaded);
        this.watch = new JobWatch(cluster);
    }

    /** Stops those of the jobs that run, in the order of the data. */
    void stop(Collection<String> names) {
        Map<String, Submission> known = new HashMap<>();
        cluster.jobs().forEach(submission -> known.putIfAbsent(submission.job(), submission));
        for (Job job : plan.jobs()) {
            Submission submission = known.get(job.name());
            if (names.contains(job.name()) && submission != null && !watch.isFinal(submission)) {
                SavedState state = states.of(job.name());
                String savepoint = progress.step(
                        "STOP " + job.name(), () -> cluster.stop(submission, state.savepoints(), STOP_WITHIN));
                recorder.stopped(job, savepoint);
                stopped.put(job.name(), savepoint);
            }
        }
    }

    /** Starts what was brought back with the statements of its entry, and what was only stopped with those it had. */
    void start(Rollback rollback) {
        Map<String, Deployment> back = new HashMap<>();
        rollback.steps().forEach(step -> back.put(step.job(), step.to()));
        String first = rollback.steps().get(0).job();
        List<RunningJob> started = new ArrayList<>();
        for (Job job : plan.jobs()) {
            String savepoint = stopped.get(job.name());
            Deployment to = back.get(job.name());
            if (to != null && (savepoint != null || job.name().equals(first))) {
                started.add(
                        submitted(job, to.program(), to.remains().savepoint().orElseThrow()));
            } else if (savepoint != null) {
                started.add(submitted(job, recorder.program(job), savepoint));
            }
        }
        while (!started.stream().allMatch(watch::hasStarted)) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private RunningJob submitted(Job job, Program program, String savepoint) {
        Map<String, String> settings = new HashMap<>(program.settings());
        settings.put("execution.state-recovery.path", savepoint);
        settings.put("execution.state-recovery.claim-mode", "NO_CLAIM");
        List<String> statements = program.statements();
        String name =
                JobIdentity.of(new JobBundle(job.name(), settings, statements)).clusterName();
        JobBundle bundle = new JobBundle(name, settings, statements);
        JobSecrets secrets = secrets(job, bundle);
        Submission submission = progress.step("START " + job.name(), () -> cluster.submit(bundle, secrets));
        return new RunningJob(job, submission, states.of(job.name()), Optional.of(savepoint));
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
