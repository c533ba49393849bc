package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.RunOn;
import io.elt.selector.Selection;
import io.elt.status.JobStatusReader;
import io.elt.status.Lake;
import io.elt.submit.Cluster;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.JobLog;
import io.elt.submit.SavedState;
import io.elt.submit.StateFolder;
import io.elt.submit.Submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What commands do with jobs that run already: the selected ones of a project, as its cluster has them now. */
public final class ClusterJobs implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofMinutes(5);

    private final LoadedProject loaded;
    private final Plan plan;
    private final Cluster cluster;
    private final StateFolder states;
    private final ProjectLoading loading;
    private final Plan all;

    private ClusterJobs(
            ProjectLoading loading, LoadedProject loaded, Plan all, Plan plan, Cluster cluster, StateFolder states) {
        this.loading = loading;
        this.all = all;
        this.loaded = loaded;
        this.plan = plan;
        this.cluster = cluster;
        this.states = states;
    }

    /**
     * @throws io.elt.diagnostic.EltException if the project is wrong, nothing is selected or the cluster does not answer
     */
    public static ClusterJobs open(ProjectLoading loading, Path directory, Overrides overrides, Selection selection) {
        LoadedProject loaded = loading.load(read(loading, directory, overrides));
        Plan all = Planning.plan(loaded);
        Set<Job> selected = ListedGraph.of(loaded, all).jobs(selection);
        return new ClusterJobs(
                loading,
                loaded,
                all,
                all.only(selected),
                Clusters.connect(loaded, DeploymentWatch.NOBODY),
                Clusters.reachableStates(loaded));
    }

    /** The project with the ports on which its embedded stack listens now, if it is embedded and one runs. */
    private static Project read(ProjectLoading loading, Path directory, Overrides overrides) {
        Project project = loading.read(directory, overrides, Ports.DEFAULT);
        Optional<Ports> ports = project.target().runOn() == RunOn.EMBEDDED
                ? new RunningStack(EltFolder.of(project.root())).ports()
                : Optional.empty();
        return ports.map(found -> loading.read(directory, overrides, found)).orElse(project);
    }

    /** How the jobs and their tables are now. */
    public ProjectStatus status() {
        Map<String, Submission> known = known();
        JobStatusReader reader = new JobStatusReader(cluster);
        try (Lake lake = new Lake(plan.lakes());
                Inputs inputs = new Inputs(lake, loaded.bundler(), states, plan.jobs())) {
            List<ProjectStatus.JobReport> jobs = new ArrayList<>();
            for (Job job : plan.jobs()) {
                Optional<Submission> submission = Optional.ofNullable(known.get(job.name()));
                jobs.add(new ProjectStatus.JobReport(job, submission, submission.map(reader::read), inputs.lags(job)));
            }
            return ProjectStatus.of(plan, jobs, lake);
        }
    }

    /**
     * Stops what runs, each with a savepoint, in the order of the data.
     *
     * @return what was stopped, and where its savepoint is
     */
    public Rows stop(Progress progress) {
        try (Recorder recorder = Recorder.of(loaded, all, progress, loading.redactor())) {
            JobWatch watch = new JobWatch(cluster);
            return each(List.of("job", "savepoint"), running -> {
                SavedState state = states.of(running.job());
                String savepoint = progress.step("STOP " + running.job(), () -> {
                    watch.awaitSettled(running);
                    return cluster.stop(running, state.savepoints(), STOP_WITHIN);
                });
                recorder.stopped(plan.job(running.job()).orElseThrow(), savepoint);
                return List.of(running.job(), savepoint);
            });
        }
    }

    /**
     * Ends what runs at once.
     *
     * @return what was ended, and the newest checkpoint that it left
     */
    public Rows cancel(Progress progress) {
        return each(List.of("job", "last checkpoint"), running -> {
            progress.step("CANCEL " + running.job(), () -> cluster.cancel(running));
            return List.of(running.job(), states.of(running.job()).latest().orElse(""));
        });
    }

    /**
     * The ends of the logs of the processes that run one job, or ran it last.
     *
     * @throws io.elt.diagnostic.EltException if not exactly one job is selected, or the cluster does not know it
     */
    public List<JobLog> logs(int lines) {
        if (plan.jobs().size() != 1) {
            throw Diagnostic.error(
                            ErrorCode.USAGE,
                            "logs are those of one job, and " + plan.jobs().size() + " are selected")
                    .withHint("name its file: elt logs dws_deposit")
                    .toException();
        }
        String job = plan.jobs().get(0).name();
        Submission submission = Optional.ofNullable(known().get(job))
                .orElseThrow(() -> Diagnostic.error(ErrorCode.JOB_NOT_FOUND, "the cluster does not know job " + job)
                        .withHint("`elt status` lists what it knows; `elt run " + job + "` starts it")
                        .toException());
        Path own = EltFolder.of(loaded.project().root()).log();
        return loaded.project().target().runOn() == RunOn.EMBEDDED
                ? List.of(JobLog.tail("elt", text(own), lines))
                : cluster.logs(submission, lines);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Rows each(List<String> columns, Function<Submission, List<Object>> verb) {
        JobStatusReader reader = new JobStatusReader(cluster);
        Map<String, Submission> known = known();
        List<List<Object>> rows = new ArrayList<>();
        for (Job job : plan.jobs()) {
            Submission submission = known.get(job.name());
            if (submission != null && !reader.state(submission).isFinal()) {
                rows.add(verb.apply(submission));
            }
        }
        return new Rows(columns, rows);
    }

    private Map<String, Submission> known() {
        Map<String, Submission> newest = new LinkedHashMap<>();
        cluster.jobs().forEach(submission -> newest.putIfAbsent(submission.job(), submission));
        return newest;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
