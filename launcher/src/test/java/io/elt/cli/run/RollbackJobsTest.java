package io.elt.cli.run;

import io.elt.deployment.Action;
import io.elt.deployment.Author;
import io.elt.deployment.Deployment;
import io.elt.deployment.Program;
import io.elt.deployment.Remains;
import io.elt.deployment.Rollback;
import io.elt.diagnostic.Redactor;
import io.elt.plan.Plan;
import io.elt.project.Overrides;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.Condition;
import io.elt.submit.JobIdentity;
import io.elt.submit.JobState;
import io.elt.submit.StopException;
import io.elt.submit.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What becomes of jobs that run while one of them goes back: on a cluster that only writes down what it is told. */
class RollbackJobsTest {
    private static final String FROM = "execution.state-recovery.path";

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(said));
    private final StopSignal signal = StopSignal.install(() -> {});
    private final WritingCluster cluster = new WritingCluster();
    private LoadedProject loaded;
    private Plan plan;
    private Recorder recorder;

    /** Jobs run until they are stopped or cancelled. */
    private static final class WritingCluster implements Cluster {
        private final List<Submission> running = new ArrayList<>();
        private final List<JobBundle> submitted = new ArrayList<>();
        private final List<String> cancelled = new ArrayList<>();
        private final Set<String> stubborn = new HashSet<>();

        void runs(String job, String fingerprint) {
            running.add(new Submission(job, job, Optional.empty(), "", Optional.of(fingerprint)));
        }

        @Override
        public Submission submit(JobBundle bundle, JobSecrets secrets) {
            submitted.add(bundle);
            JobIdentity identity = JobIdentity.of(bundle);
            runs(identity.job(), identity.fingerprint());
            return running.get(running.size() - 1);
        }

        @Override
        public List<Submission> jobs() {
            return List.copyOf(running);
        }

        @Override
        public Optional<Condition> condition(Submission submission) {
            JobState state = running.contains(submission) ? JobState.RUNNING : JobState.FINISHED;
            return Optional.of(new Condition(state, Optional.empty()));
        }

        @Override
        public String stop(Submission submission, String directory, Duration timeout) {
            if (stubborn.contains(submission.job())) {
                throw new StopException("job " + submission.job() + " did not stop with a savepoint", null);
            }
            running.remove(submission);
            return directory + "/savepoint-now";
        }

        @Override
        public void cancel(Submission submission) {
            cancelled.add(submission.job());
            running.remove(submission);
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void load() {
        ProjectCopy project = new ProjectCopy(folder)
                .write(
                        "elt.yaml",
                        """
                        name: small
                        targets:
                          default: prod
                          prod:
                            run-on: session
                            state: "file://%s/state"
                            session: {address: "http://127.0.0.1:1"}
                        """
                                .formatted(folder))
                .write(
                        "catalogs/lake.sql",
                        "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '%s/lake');\n".formatted(folder))
                .write("sql/dws_total.sql", job("dws.total", "SELECT 1 AS id"))
                .write("sql/dws_other.sql", job("dws.other", "SELECT id FROM lake.dws.total"));
        ProjectLoading loading = new ProjectLoading(Map.of(), new Redactor());
        loaded = loading.load(loading.read(project.folder(), Overrides.none(), Ports.DEFAULT));
        plan = Planning.plan(loaded);
        recorder = Recorder.of(loaded, plan, progress, loading.redactor());
        recorder.require(List.of(started("dws_total"), started("dws_other")));
        cluster.runs("dws_total", "f-dws_total");
        cluster.runs("dws_other", "f-dws_other");
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    private static String job(String table, String query) {
        return """
               CREATE DATABASE IF NOT EXISTS lake.dws;
               CREATE TABLE IF NOT EXISTS lake.%1$s (id INT NOT NULL, PRIMARY KEY (id) NOT ENFORCED) WITH ('bucket' = '1');
               INSERT INTO lake.%1$s %2$s;
               """
                .formatted(table, query);
    }

    /** What runs is not what the files say. */
    private static Program program(String job, String fingerprint) {
        Map<String, String> settings = Map.of(
                "pipeline.global-job-parameters",
                "elt.project:small,elt.job:" + job + ",elt.fingerprint:" + fingerprint);
        return new Program(List.of("INSERT INTO " + fingerprint), settings, Optional.empty(), fingerprint);
    }

    private static Deployment started(String job) {
        return entry(job, Action.START, program(job, "f-" + job), Remains.started(Optional.empty()));
    }

    private static Deployment entry(String job, Action action, Program program, Remains remains) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new Deployment(
                Deployment.newId(at),
                "small",
                "prod",
                job,
                action,
                new Author(at, "ann", "desk", Optional.empty(), Map.of()),
                program,
                remains);
    }

    private static Deployment earlier(String job) {
        Remains remains = new Remains(Optional.empty(), Optional.of("file:/savepoint-then"), Map.of(), Map.of());
        return entry(job, Action.STOP, program(job, "then"), remains);
    }

    private RollbackJobs jobs() {
        return new RollbackJobs(cluster, loaded, plan, recorder, progress);
    }

    private List<String> recorded(String job) {
        return recorder.record().of("small", "prod", job).stream()
                .map(entry -> entry.action().text())
                .toList();
    }

    @Test
    void whatWentBackRunsAgainWithTheStatementsOfItsEntry() {
        RollbackJobs jobs = jobs();
        Rollback rollback = new Rollback(
                List.of(Rollback.Step.backTo(earlier("dws_total")), Rollback.Step.startingOver("dws_other")),
                List.of(),
                List.of());

        jobs.stop(List.of("dws_total", "dws_other"), signal);
        assertThat(cluster.running).isEmpty();
        assertThat(jobs.run("dws_total")).isFalse();
        jobs.start(rollback, signal);

        assertThat(cluster.submitted)
                .extracting(JobBundle::name, JobBundle::statements, bundle -> bundle.settings()
                        .get(FROM))
                .containsExactly(
                        tuple("small.dws_total", List.of("INSERT INTO then"), "file:/savepoint-then"),
                        tuple("small.dws_other", List.of("INSERT INTO f-dws_other"), null));
        recorder.awaitWritten();
        assertThat(recorded("dws_total")).containsExactly("start", "stop", "start");
        assertThat(recorded("dws_other")).containsExactly("fresh", "stop", "start");
    }

    /** As it is with SQL that fails on every row, for which people go back. */
    @Test
    void aJobThatCannotBeStoppedIsCancelled() {
        cluster.stubborn.add("dws_total");
        RollbackJobs jobs = jobs();

        jobs.stop(List.of("dws_total"), signal);
        jobs.start(new Rollback(List.of(Rollback.Step.backTo(earlier("dws_total"))), List.of(), List.of()), signal);

        assertThat(cluster.cancelled).containsExactly("dws_total");
        assertThat(said.toString()).contains("job dws_total did not stop with a savepoint: it is cancelled");
        assertThat(cluster.submitted).extracting(JobBundle::statements).containsExactly(List.of("INSERT INTO then"));
        assertThat(cluster.running).hasSize(2);
    }

    @Test
    void whereNothingGoesBackAfterAllWhatWasStoppedGoesOn() throws Exception {
        cluster.stubborn.add("dws_other");
        Path checkpoint = folder.resolve("state/small/prod/dws_other/checkpoints/0/chk-7");
        Files.createDirectories(checkpoint);
        Files.writeString(checkpoint.resolve("_metadata"), "");
        RollbackJobs jobs = jobs();
        jobs.stop(List.of("dws_total", "dws_other"), signal);

        jobs.startAgain();

        assertThat(cluster.submitted)
                .extracting(JobBundle::statements)
                .containsExactly(List.of("INSERT INTO f-dws_total"), List.of("INSERT INTO f-dws_other"));
        assertThat(cluster.submitted.get(0).settings().get(FROM)).endsWith("/dws_total/savepoints/savepoint-now");
        assertThat(cluster.submitted.get(1).settings().get(FROM)).endsWith("/chk-7");
    }

    @Test
    void whatDidNotRunIsNotStartedButForTheJobItself() {
        cluster.running.clear();
        RollbackJobs jobs = jobs();
        jobs.stop(List.of("dws_total", "dws_other"), signal);

        jobs.start(
                new Rollback(
                        List.of(Rollback.Step.backTo(earlier("dws_total")), Rollback.Step.backTo(earlier("dws_other"))),
                        List.of(),
                        List.of()),
                signal);

        assertThat(cluster.submitted).extracting(JobBundle::name).containsExactly("small.dws_total");
        assertThat(said.toString()).contains("dws_other did not run, and is not started: 'elt run dws_other' does");
    }
}
