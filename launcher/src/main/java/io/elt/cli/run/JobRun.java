package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.deployment.Action;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.status.JobStatus;
import io.elt.status.Lag;
import io.elt.status.Lake;
import io.elt.submit.Bundler;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.JobState;
import io.elt.submit.StateFolder;
import io.elt.submit.StopException;
import io.elt.submit.Submission;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Jobs of one project on a cluster: starts them, watches them, stops them so that they can go on later. */
public final class JobRun implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofMinutes(2);

    private final LoadedProject loaded;
    private final Plan plan;
    private final Cluster cluster;
    private final Progress progress;
    private final Lake lake;
    private final JobStarter starter;
    private final Inputs inputs;
    private final Recorder recorder;
    private final JobWatch watch;
    private final List<RunningJob> running = new ArrayList<>();

    /**
     * @param plan only the jobs to run
     */
    public JobRun(
            LoadedProject loaded,
            Plan plan,
            Cluster cluster,
            StateFolder states,
            Recorder recorder,
            Progress progress) {
        this.loaded = loaded;
        this.plan = plan;
        this.cluster = cluster;
        this.progress = progress;
        this.recorder = recorder;
        this.watch = new JobWatch(cluster);
        this.lake = new Lake(plan.lakes());
        Bundler bundler = loaded.bundler();
        this.starter = new JobStarter(plan, cluster, bundler, states, lake, recorder);
        this.inputs = new Inputs(lake, bundler, states, plan.jobs());
    }

    public Lake lake() {
        return lake;
    }

    /** Records that the tables of this run hold, summed up by their database, which is their layer. */
    public Map<String, Long> recordsByDatabase() {
        return plan.jobs().stream()
                .flatMap(job -> job.writes().stream())
                .filter(lake::holds)
                .distinct()
                .collect(Collectors.groupingBy(TableName::database, Collectors.summingLong(lake::records)));
    }

    /** Creates what the serving side owns, if a job of this run fills it. */
    public void applyServing() {
        if (plan.jobs().stream().flatMap(job -> job.writes().stream()).noneMatch(loaded::serves)) {
            return;
        }
        loaded.applyServing(progress);
    }

    /** Remembers where the topics end now; {@link #drain} reads up to there. */
    public void mark() {
        inputs.mark();
    }

    /**
     * Sees to it that all jobs run as the plan says, in the graph's order: starts what does not run, takes what runs and has
     * changed through a savepoint, and leaves alone what runs unchanged, unless that is to be started again.
     *
     * @throws EltException if a cluster refuses one, or a table in the lake is not what its definition says
     */
    public void submit(Start start) {
        Alterations alterations = new Alterations(loaded, plan);
        alterations.check();
        recorder.requireDeletes(plan);
        Map<String, Submission> runs = running();
        Set<String> unchanged = plan.jobs().stream()
                .filter(job -> runs.containsKey(job.name()))
                .filter(job -> starter.isUnchanged(job, runs.get(job.name())))
                .map(Job::name)
                .collect(Collectors.toSet());
        Set<String> left = start.unchanged() == Start.Unchanged.LEFT_ALONE ? unchanged : Set.of();
        requireFit(start, runs.keySet(), left);
        Map<String, Optional<String>> stopped = new HashMap<>();
        for (Job job : plan.jobs()) {
            if (runs.containsKey(job.name()) && !left.contains(job.name())) {
                String why = unchanged.contains(job.name()) ? "" : ", which has changed";
                stopped.put(job.name(), stopBefore(job, runs.get(job.name()), why));
            }
        }
        alterations.apply(progress);
        plan.tables().keySet().forEach(lake::repair);
        Starts starts = new Starts(cluster.submissionsAtOnce());
        try (starts) {
            Map<Job, Begin> begins = new LinkedHashMap<>();
            for (Job job : plan.jobs()) {
                if (left.contains(job.name())) {
                    starts.add(new RunningJob(job, runs.get(job.name()), starter.state(job), Optional.empty()));
                    continue;
                }
                Start from = start.after(stopped.getOrDefault(job.name(), Optional.empty()));
                Action action = !stopped.containsKey(job.name())
                        ? Action.START
                        : unchanged.contains(job.name()) ? Action.RESTART : Action.UPGRADE;
                begins.put(job, new Begin(from, action));
                starts.add(job, () -> starter.start(job, from, start.isFresh() ? Action.FRESH : action));
            }
            tell(starts, begins);
        } finally {
            running.addAll(starts.started());
        }
        tellOfSecrets(left);
    }

    /** How a job is started that does not run as the plan says. */
    private record Begin(Start from, Action action) {}

    /** In the plan's order, whatever is started first: how long each line takes is how long it was waited for. */
    private void tell(Starts starts, Map<Job, Begin> begins) {
        int number = 1;
        for (Job job : plan.jobs()) {
            String place = number++ + " of " + plan.jobs().size();
            Begin begin = begins.get(job);
            if (begin == null) {
                progress.say(place + " LEAVE " + job.name() + ": it runs, and nothing has changed");
                continue;
            }
            starter.tellMovedTables(job, begin.from());
            starter.tellTakenBack(job);
            progress.step(place + " " + begin.action() + " " + job.name(), () -> starts.await(job));
        }
    }

    private void tellOfSecrets(Set<String> left) {
        if (plan.jobs().stream().anyMatch(job -> left.contains(job.name()) && starter.hasSecrets(job))) {
            progress.say("  secrets are not compared: after a change of one, 'elt run --restart' takes it to its jobs");
        }
    }

    /** Nothing is stopped as long as one job could not go on. */
    private void requireFit(Start start, Set<String> running, Set<String> left) {
        Problems problems = new Problems();
        plan.jobs().stream()
                .filter(job -> start.equals(Start.RESUME) && !running.contains(job.name()))
                .forEach(job -> starter.unfinishedRollback(job).ifPresent(problems::add));
        problems.throwIfErrors();
        plan.jobs().stream()
                .filter(job -> !start.isFresh() && !left.contains(job.name()))
                .filter(job -> running.contains(job.name()) || starter.goesOn(job, start))
                .forEach(job -> starter.misfit(job, start).ifPresent(problems::add));
        plan.jobs().stream().filter(job -> !left.contains(job.name())).forEach(job -> starter.unreadable(job, start)
                .forEach(problems::add));
        problems.throwIfErrors();
    }

    private Map<String, Submission> running() {
        Map<String, Submission> running = new HashMap<>();
        for (Submission submission : cluster.jobs()) {
            if (!running.containsKey(submission.job()) && !watch.isFinal(submission)) {
                requireStream(submission);
                running.put(submission.job(), submission);
            }
        }
        return running;
    }

    /** A batch could not be stopped and gone on with, and would replace what the stream writes. */
    private void requireStream(Submission submission) {
        if (plan.job(submission.job()).isPresent() && EarlierBatches.isBatch(submission)) {
            throw Diagnostic.error(ErrorCode.BATCH_RUNS, "job " + submission.job() + " runs now as a batch")
                    .withHint("wait for its end, or end it: elt cancel " + submission.job())
                    .toException();
        }
    }

    /**
     * @return the savepoint; empty if there could be none, and the job goes on from its last checkpoint
     */
    private Optional<String> stopBefore(Job job, Submission submission, String why) {
        try {
            String savepoint = progress.step("STOP " + job.name() + why, () -> {
                watch.awaitSettled(submission);
                return cluster.stop(submission, starter.state(job).savepoints(), STOP_WITHIN);
            });
            recorder.stopped(job, savepoint);
            return Optional.of(savepoint);
        } catch (StopException e) {
            progress.say("  " + e.getMessage() + ": it is cancelled, and goes on from its last checkpoint");
            cluster.cancel(submission);
            return Optional.empty();
        }
    }

    /**
     * Waits until every job runs.
     *
     * @return false if it was interrupted before; jobs go on starting then
     * @throws EltException if one fails, or does not run in time
     */
    public boolean awaitRunning(StopSignal signal) {
        return watch.awaitStarted(running, signal);
    }

    /**
     * Reads everything up to the mark, through the whole graph, and stops every job with a savepoint.
     *
     * @return false if it was interrupted before
     */
    public boolean drain(BooleanSupplier interrupted) {
        boolean done = new Drain(plan, cluster, inputs, watch, recorder, interrupted).run(running);
        if (done) {
            running.clear();
        }
        return done;
    }

    /**
     * @return the jobs' states and lags, in the plan's order
     * @throws EltException if a job has failed, or cannot read its inputs any more
     */
    public List<JobView> views() {
        List<JobView> views = new ArrayList<>();
        for (RunningJob job : running) {
            JobStatus status = watch.check(job);
            inputs.check(job.job());
            List<Lag> lags = status.state() == JobState.RUNNING ? inputs.lags(job.job()) : List.of();
            views.add(new JobView(job.job(), status, lags));
        }
        return views;
    }

    /** What runs now and where, for somebody who goes away. */
    public Rows deployed() {
        List<List<Object>> rows = running.stream()
                .map(job -> List.<Object>of(
                        job.name(),
                        watch.state(job).name().toLowerCase(Locale.ROOT),
                        job.submission().jobId(),
                        job.submission().application(),
                        job.submission().rest().map(URI::toString).orElse("")))
                .toList();
        return new Rows(List.of("job", "state", "id", "application", "web"), rows);
    }

    /** One job as it is now. */
    public record JobView(Job job, JobStatus status, List<Lag> lags) {}

    /** Stops what runs, each job with a savepoint; one that cannot is told and goes on from its last checkpoint later. */
    public void stop() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Map<RunningJob, CompletableFuture<Void>> stops = new LinkedHashMap<>();
            running.stream()
                    .filter(this::isAlive)
                    .forEach(job -> stops.put(job, CompletableFuture.runAsync(() -> stop(job), threads)));
            stops.forEach(this::tellStop);
        } finally {
            threads.shutdown();
        }
        running.clear();
    }

    private boolean isAlive(RunningJob job) {
        try {
            return !watch.isFinal(job);
        } catch (ClusterUnreachableException e) {
            tellNotStopped(e);
            return false;
        }
    }

    private void stop(RunningJob job) {
        String savepoint = cluster.stop(job.submission(), job.state().savepoints(), STOP_WITHIN);
        recorder.stopped(job.job(), savepoint);
    }

    private void tellStop(RunningJob job, CompletableFuture<Void> stop) {
        try {
            progress.step("STOP " + job.name(), () -> OtherThread.result(stop));
        } catch (StopException | ClusterUnreachableException e) {
            tellNotStopped(e);
        }
    }

    /** Often a second failure on the heels of a first one, which is the one to be told. */
    private void tellNotStopped(RuntimeException error) {
        progress.say("  " + error.getMessage() + ": it will go on from its last checkpoint");
    }

    @Override
    public void close() {
        inputs.close();
        lake.close();
    }
}
