package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.Condition;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.FlinkCluster;
import io.elt.submit.JobIdentity;
import io.elt.submit.RootCause;
import io.elt.submit.StateFolder;
import io.elt.submit.StopException;
import io.elt.submit.Submission;
import org.apache.flink.api.common.JobID;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YARN on which each job is an application of its own. */
public final class YarnCluster implements Cluster {
    private static final Duration END = Duration.ofSeconds(60);

    private final Scope scope;
    private final YarnConfig config;
    private final Map<String, String> settings;
    private final DeploymentWatch watch;
    private final HadoopFolder folder;
    private final YarnConfiguration hadoop;
    private final HadoopUser user;
    private final Applications applications;
    /** The folder of the jars, when it has been looked for: all jobs of a call run the same. */
    private Optional<Path> shared = Optional.empty();

    /**
     * Whose jobs these are.
     *
     * @param home the folder of the distribution, whose jars the containers run
     */
    public record Scope(String project, String target, StateFolder states, java.nio.file.Path home) {}

    private YarnCluster(
            Scope scope,
            YarnConfig config,
            Map<String, String> settings,
            DeploymentWatch watch,
            HadoopFolder folder,
            HadoopUser user,
            Applications applications) {
        this.scope = scope;
        this.config = config;
        this.settings = settings;
        this.watch = watch;
        this.folder = folder;
        this.hadoop = folder.load();
        this.user = user;
        this.applications = applications;
    }

    /**
     * @param settings Flink settings of the target
     * @param watch who waits for what is submitted here
     * @throws EltException if YARN cannot be reached, with the setting to change
     */
    public static YarnCluster connect(
            Scope scope, YarnConfig config, Map<String, String> settings, DeploymentWatch watch) {
        HadoopFolder folder = HadoopFolder.find(config.hadoopConfiguration(), System.getenv());
        YarnConfiguration hadoop = folder.load();
        HadoopUser user = HadoopUser.login(config.login(), hadoop);
        Applications applications = Applications.of(hadoop, user);
        return new YarnCluster(scope, config, settings, watch, folder, user, applications);
    }

    @Override
    public Submission submit(JobBundle bundle, JobSecrets secrets) {
        JobIdentity identity = JobIdentity.of(bundle);
        ApplicationTags tags = new ApplicationTags(
                scope.project(), scope.target(), identity.job(), new JobID().toHexString(), identity.fingerprint());
        if (!tags.fit()) {
            throw YarnErrors.nameTooLong(identity.job());
        }
        ClusterJars jars = ClusterJars.in(scope.home());
        try {
            tidy(identity.job());
            if (config.lib().isPresent() && shared.isEmpty()) {
                shared = Optional.of(user.ask(() -> new SharedLib(config.lib().get(), hadoop).provide(jars)));
            }
            try (StagedFiles staged = StagedFiles.write(bundle, secrets, folder)) {
                var flink = new ApplicationSettings(config, jars)
                        .of(bundle, secrets, tags, staged, shared, stateOf(identity.job()));
                ApplicationReport report = user.ask(() -> new Deployment(hadoop, config, watch).run(flink));
                return started(tags, report);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw YarnErrors.refused(e);
        }
    }

    /** YARN says RUNNING before the JobManager has looked at the bundle. */
    private Submission started(ApplicationTags tags, ApplicationReport report) {
        StartedJob job = new StartedJob(applications, report.getApplicationId(), settings);
        switch (job.await(tags.jobId(), config.deployTimeout(), watch)) {
            case KNOWN, SUCCEEDED -> {}
            case ABANDONED -> {
                applications.kill(report.getApplicationId());
                throw YarnErrors.abandoned(report.getApplicationId().toString());
            }
            case ENDED -> {
                ApplicationReport end = applications.report(report.getApplicationId());
                throw rootCause(tags, end)
                        .map(why -> YarnErrors.jobFailed(tags.job(), end, why))
                        .orElseGet(() -> YarnErrors.failedAtStart(end, "YARN gives no reason"));
            }
            case LATE -> {
                applications.kill(report.getApplicationId());
                throw YarnErrors.failedAtStart(
                        report,
                        "its JobManager did not answer within "
                                + config.deployTimeout().toSeconds() + " s");
            }
        }
        return submission(tags, applications.report(report.getApplicationId()));
    }

    @Override
    public List<Submission> jobs() {
        return applications.of(scope.project()).stream()
                .flatMap(report -> ApplicationTags.of(report.getApplicationTags())
                        .filter(tags -> tags.project().equals(scope.project()))
                        .filter(tags -> tags.target().equals(scope.target()))
                        .map(tags -> submission(tags, report))
                        .stream())
                .toList();
    }

    @Override
    public Optional<Condition> condition(Submission submission) {
        return applications.find(submission.application()).flatMap(report -> ApplicationTags.of(
                        report.getApplicationTags())
                .map(tags -> new Condition(ApplicationState.of(report), rootCause(tags, report))));
    }

    @Override
    public String stop(Submission submission, String directory, Duration timeout) {
        URI rest = submission
                .rest()
                .orElseThrow(() -> new StopException(
                        "job " + submission.job() + " does not run: application " + submission.application(), null));
        String savepoint;
        try (FlinkCluster flink = FlinkCluster.at(rest, settings)) {
            savepoint = flink.stop(submission, directory, timeout);
        }
        // Its containers are free then, and the next run of the job finds room.
        applications.awaitEnd(submission.application(), END);
        return savepoint;
    }

    /** A JobManager that does not answer, or has not ended in time, is killed. */
    @Override
    public void cancel(Submission submission) {
        if (submission.rest().isPresent()) {
            try (FlinkCluster flink = FlinkCluster.at(submission.rest().get(), settings)) {
                flink.cancel(submission);
                if (applications.awaitEnd(submission.application(), END)) {
                    return;
                }
            } catch (ClusterUnreachableException e) {
                watch.say("KILL application " + submission.application() + ", whose JobManager does not answer");
            }
        }
        applications.kill(Applications.id(submission.application()));
    }

    @Override
    public void close() {
        applications.close();
    }

    private Submission submission(ApplicationTags tags, ApplicationReport report) {
        return new Submission(
                tags.job(),
                tags.jobId(),
                Applications.rest(report, settings),
                report.getApplicationId().toString(),
                Optional.of(tags.fingerprint()).filter(text -> !text.isEmpty()));
    }

    /** What the JobManager left behind, else what YARN knows. */
    private Optional<String> rootCause(ApplicationTags tags, ApplicationReport report) {
        if (!ApplicationState.hasFailed(report)) {
            return Optional.empty();
        }
        return history(tags.job()).failure(tags.jobId()).map(RootCause::of).or(() -> Optional.of(
                        YarnErrors.withoutLineBreaks(report.getDiagnostics()))
                .filter(text -> !text.isEmpty()));
    }

    private JobArchive history(String job) {
        return new JobArchive(
                settings.getOrDefault("jobmanager.archive.fs.dir", ApplicationSettings.archive(stateOf(job))),
                ApplicationSettings.refused(stateOf(job)));
    }

    private void tidy(String job) {
        try {
            history(job).tidy();
        } catch (IOException e) {
            watch.say("KEEP what old runs of " + job + " left behind: " + YarnErrors.innermost(e));
        }
    }

    private String stateOf(String job) {
        return scope.states().root() + "/" + job;
    }
}
