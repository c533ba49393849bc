package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.Endpoints;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.runner.StatementException;
import io.elt.script.Statement;
import io.elt.serving.StarRocks;
import io.elt.status.ClusterUnreachableException;
import io.elt.status.JobState;
import io.elt.status.JobStatus;
import io.elt.status.KafkaOffsets;
import io.elt.status.Lag;
import io.elt.status.Lake;
import io.elt.status.RootCause;
import io.elt.submit.Bundler;
import io.elt.submit.SavedState;
import io.elt.submit.StopException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Jobs of one project on the embedded target: submits them, watches them, stops them so that they can go on later. */
public final class JobRun implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofMinutes(2);

    private final LoadedProject loaded;
    private final Plan plan;
    private final EmbeddedTarget target;
    private final EltFolder folder;
    private final Progress progress;
    private final Bundler bundler;
    private final Lake lake;
    private final Inputs inputs;
    private final JobWatch watch = new JobWatch();
    private final List<RunningJob> running = new ArrayList<>();

    /** Whether jobs go on where they stopped. */
    public enum Start {
        RESUME,
        FRESH
    }

    /**
     * @param plan only the jobs to run
     */
    public JobRun(LoadedProject loaded, Plan plan, EmbeddedTarget target, EltFolder folder, Progress progress) {
        this.loaded = loaded;
        this.plan = plan;
        this.target = target;
        this.folder = folder;
        this.progress = progress;
        this.bundler = new Bundler(
                loaded.project().name(),
                loaded.flinkSettings(),
                loaded.renderer().secrets());
        this.lake = new Lake(plan.lakes());
        createTopics();
        this.inputs = new Inputs(lake, bundler, plan.jobs());
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
        progress.step("APPLY sql/serving", () -> {
            try (StarRocks starRocks = loaded.connectServing()) {
                starRocks.apply(loaded.serving());
            }
        });
    }

    /** Remembers where the topics end now; {@link #drain} reads up to there. */
    public void mark() {
        inputs.mark();
    }

    /**
     * Submits all jobs in the graph's order.
     *
     * @throws EltException if a cluster refuses one, or a table in the lake is not what its definition says
     */
    public void submit(Start start) {
        Alterations.apply(loaded, plan, progress);
        plan.tables().keySet().forEach(lake::repair);
        int number = 1;
        for (Job job : plan.jobs()) {
            progress.step(number++ + " of " + plan.jobs().size() + " START " + job.name(), () -> submit(job, start));
        }
    }

    /**
     * Reads everything up to the mark, through the whole graph, and stops every job with a savepoint.
     *
     * @return false if it was interrupted before
     */
    public boolean drain(BooleanSupplier interrupted) {
        boolean done = new Drain(plan, target.cluster(), inputs, watch, interrupted).run(running);
        if (done) {
            running.clear();
        }
        return done;
    }

    /**
     * @return the jobs' states and lags, in the plan's order
     * @throws EltException if a job has failed
     */
    public List<JobView> views() {
        List<JobView> views = new ArrayList<>();
        for (RunningJob job : running) {
            JobStatus status = watch.check(job);
            List<Lag> lags = status.state() == JobState.RUNNING ? inputs.lags(job.job()) : List.of();
            views.add(new JobView(job.job(), status, lags));
        }
        return views;
    }

    /** One job as it is now. */
    public record JobView(Job job, JobStatus status, List<Lag> lags) {}

    /** Stops what runs, each job with a savepoint; one that cannot is told and goes on from its last checkpoint later. */
    public void stop() {
        running.forEach(this::stop);
        running.clear();
    }

    private void stop(RunningJob job) {
        try {
            if (!watch.isFinal(job)) {
                progress.step("STOP " + job.name(), () -> {
                    target.cluster().stop(job.submission(), job.state().savepoints(), STOP_WITHIN);
                });
            }
        } catch (StopException | ClusterUnreachableException e) {
            // Often a second failure on the heels of a first one, which is the one to be told.
            progress.say("  " + e.getMessage() + ": it will go on from its last checkpoint");
        }
    }

    @Override
    public void close() {
        inputs.close();
        lake.close();
    }

    private void createTopics() {
        for (Job job : plan.jobs()) {
            for (ExternalInput input : job.inputs()) {
                if (isEmbedded(input, target.endpoints())) {
                    input.topics().forEach(this::createTopic);
                }
            }
        }
    }

    private static boolean isEmbedded(ExternalInput input, Endpoints endpoints) {
        return input.isKafka()
                && input.option("properties.bootstrap.servers")
                        .filter(endpoints.kafka()::equals)
                        .isPresent();
    }

    private void createTopic(String topic) {
        try {
            target.stack().createTopic(topic);
        } catch (IOException e) {
            throw new UncheckedIOException("topic " + topic + " cannot be created", e);
        }
    }

    private void submit(Job job, Start start) {
        SavedState state = new SavedState(folder.state(loaded.project().target().name(), job.name()));
        Optional<Path> resumeFrom = start == Start.RESUME && hasItsTables(job) ? state.latest() : Optional.empty();
        if (resumeFrom.isEmpty()) {
            startOver(job, state);
        }
        try {
            var bundled = bundler.bundle(plan, job, state, resumeFrom);
            var submission = target.cluster().submit(bundled.bundle(), bundled.secrets());
            running.add(new RunningJob(job, submission, state, resumeFrom));
        } catch (StatementException e) {
            throw refused(job, e).toException(e);
        }
    }

    /** State without its tables belongs to a lake that is gone. */
    private boolean hasItsTables(Job job) {
        return job.writes().stream().filter(lake::holds).allMatch(lake::exists);
    }

    private void startOver(Job job, SavedState state) {
        state.putAside();
        for (TableName table : job.reads()) {
            lake.forget(table, bundler.consumerId(job));
        }
        for (ExternalInput input : job.inputs()) {
            if (input.isKafka()) {
                KafkaOffsets.of(input).ifPresent(JobRun::forget);
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
