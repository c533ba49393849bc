package io.elt.submit.yarn;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.hadoop.Hadoop;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.Condition;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.JobState;
import io.elt.submit.RestApi;
import io.elt.submit.StateFolder;
import io.elt.submit.Submission;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import static io.elt.submit.yarn.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Jobs on a real ResourceManager and NodeManager, with state on a real HDFS. */
class YarnClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Hadoop HADOOP = Hadoop.shared();
    private static final StateFolder STATES = new StateFolder(HADOOP.fileSystem() + "/elt/state/bank/prod");
    private static final String LIB = HADOOP.fileSystem() + "/elt/lib";
    private static YarnClient yarn;

    @TempDir
    private java.nio.file.Path folder;

    private final List<String> said = new ArrayList<>();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    @BeforeAll
    static void start() {
        yarn = YarnClient.createYarnClient();
        yarn.init(HADOOP.configuration());
        yarn.start();
    }

    @AfterAll
    static void end() {
        yarn.stop();
    }

    @AfterEach
    void killAll() throws Exception {
        for (ApplicationReport report : yarn.getApplications()) {
            if (!ApplicationState.isOver(report)) {
                yarn.killApplication(report.getApplicationId());
            }
        }
    }

    @Test
    void aJobStopsWithASavepointGoesOnFromItAndIsSeenWhenSomebodyKillsIt() throws Exception {
        Map<String, String> options = Map.of("queue", "small", "lib", LIB, "tags", "nightly");
        try (Cluster cluster = connect(options)) {
            Submission first =
                    cluster.submit(SampleJob.counting("counting", STATES, Optional.empty()), JobSecrets.none());

            assertThat(first.job()).isEqualTo("counting");
            assertThat(cluster.jobs())
                    .filteredOn(job -> job.job().equals("counting"))
                    .containsExactly(first);
            assertThat(state(first)).isEqualTo("RUNNING");
            ApplicationReport report = yarn.getApplicationReport(Applications.id(first.application()));
            assertThat(report.getName()).isEqualTo("bank.counting");
            assertThat(report.getQueue()).isEqualTo("small");
            assertThat(report.getApplicationTags()).contains("elt-project:bank", "elt-job:counting", "nightly");

            theQueueIsFull(options);

            until(PATIENCE, () -> SampleJob.count("counting", STATES), count -> count > 0);
            String savepoint = cluster.stop(first, STATES.of("counting").savepoints(), PATIENCE);
            assertThat(savepoint).startsWith(STATES.of("counting").savepoints());
            assertThat(cluster.condition(first)).contains(new Condition(JobState.FINISHED, Optional.empty()));
            long counted = SampleJob.count("counting", STATES);

            List<FileStatus> uploaded = shared();
            Submission second =
                    cluster.submit(SampleJob.counting("counting", STATES, Optional.of(savepoint)), JobSecrets.none());
            assertThat(shared()).isEqualTo(uploaded);
            assertThat(cluster.jobs())
                    .filteredOn(job -> job.job().equals("counting"))
                    .containsExactly(second, withoutRest(first));
            until(PATIENCE, () -> SampleJob.count("counting", STATES), count -> count > counted);

            yarn.killApplication(Applications.id(second.application()));
            Condition condition =
                    until(PATIENCE, () -> cluster.condition(second).orElseThrow(), YarnClusterIT::isOver);
            assertThat(condition.state()).isEqualTo(JobState.CANCELED);
            assertThat(condition.rootCause())
                    .hasValueSatisfying(why -> assertThat(why).contains("killed by user"));
        }
    }

    /** With ZooKeeper YARN starts another JobManager, and it knows what the first one knew. */
    @Test
    void aJobManagerThatIsKilledIsReplacedAndGoesOnFromTheNewestCheckpoint() throws Exception {
        try (ZooKeeper zooKeeper = ZooKeeper.start(folder);
                Cluster cluster = connect(Map.of("lib", LIB))) {
            Map<String, String> settings = Map.of(
                    "high-availability.type", "zookeeper", "high-availability.zookeeper.quorum", zooKeeper.quorum());
            Submission job = cluster.submit(SampleJob.counting("guarded", STATES, settings), JobSecrets.none());
            until(PATIENCE, () -> SampleJob.count("guarded", STATES), count -> count > 0);

            HADOOP.kill(job.application(), Hadoop.Container.JOB_MANAGER);

            Submission again = until(PATIENCE, () -> cluster.jobs().get(0), now -> now.rest()
                    .filter(rest -> !rest.equals(job.rest().orElseThrow()))
                    .isPresent());
            assertThat(again.jobId()).isEqualTo(job.jobId());
            String restored = until(PATIENCE, () -> restored(again), path -> !path.isEmpty());
            assertThat(restored).startsWith(STATES.of("guarded").checkpoints());
            long counted = SampleJob.count("guarded", STATES);
            until(PATIENCE, () -> SampleJob.count("guarded", STATES), count -> count > counted);
        }
    }

    /** Empty as long as the JobManager does not know it. */
    private static String restored(Submission job) {
        try {
            return new RestApi()
                    .get(job.rest().orElseThrow(), "/jobs/" + job.jobId() + "/checkpoints")
                    .at("/latest/restored/external_path")
                    .asText();
        } catch (ClusterUnreachableException e) {
            return "";
        }
    }

    /** Hadoop gives everybody in a process the same client of a file system, and Flink closes it when it has deployed. */
    @Test
    void theLakeCanStillBeReadWhenAJobWasSubmitted() throws Exception {
        FileSystem ofLake = FileSystem.get(HADOOP.fileSystem(), HADOOP.configuration());
        try (Cluster cluster = connect(Map.of("lib", LIB))) {
            cluster.submit(SampleJob.counting("beside", STATES, Optional.empty()), JobSecrets.none());

            assertThat(ofLake.exists(new Path("/elt/lib"))).isTrue();
        }
    }

    /** The one application that the queue has room for runs. */
    private void theQueueIsFull(Map<String, String> options) throws Exception {
        Map<String, String> impatient = new HashMap<>(options);
        impatient.put("deploy-timeout", "8 s");
        try (Cluster cluster = connect(impatient)) {
            Diagnostic problem = refusal(cluster, SampleJob.counting("waiting", STATES, Optional.empty()));

            assertThat(problem.code()).isEqualTo(ErrorCode.YARN_QUEUE_FULL);
            assertThat(problem.message()).contains("'small'").contains("8 s");
            assertThat(problem.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("deploy-timeout"));
            assertThat(said).anySatisfy(text -> assertThat(text)
                    .contains("waits in queue 'small'")
                    .contains("Queue's AM resource limit exceeded"));
            assertThat(cluster.jobs())
                    .filteredOn(job -> job.job().equals("waiting"))
                    .allSatisfy(job -> assertThat(
                                    cluster.condition(job).orElseThrow().state())
                            .isEqualTo(JobState.CANCELED));
        }
    }

    @Test
    void aFailingJobSaysWhyWhenItsJobManagerIsGone() {
        try (Cluster cluster = connect(Map.of("lib", LIB))) {
            Submission job = cluster.submit(SampleJob.failing("failing", STATES), JobSecrets.none());

            Condition condition = until(PATIENCE, () -> cluster.condition(job).orElseThrow(), YarnClusterIT::isOver);

            assertThat(condition.state()).isEqualTo(JobState.FAILED);
            assertThat(condition.rootCause()).hasValueSatisfying(why -> assertThat(why)
                    .isEqualTo("NumberFormatException: For input string: 'no number'. Invalid character found."));
        } catch (EltException e) {
            // It failed before anybody looked at it.
            assertThat(e.diagnostics().get(0).code()).isEqualTo(ErrorCode.JOB_FAILED);
            assertThat(e).hasMessageContaining("no number");
        }
    }

    /** Its jars travel with it. */
    @Test
    void aStatementThatIsRefusedInTheContainerSaysWhy() {
        try (Cluster cluster = connect(Map.of())) {
            Diagnostic problem = refusal(cluster, SampleJob.refused("refused", STATES));

            assertThat(problem.code()).isEqualTo(ErrorCode.JOB_FAILED);
            assertThat(problem.message()).contains("Object 'nowhere' not found");
        }
    }

    /** Flink's message about an option that is not known lists all options. */
    @Test
    void aSecretReachesTheContainerAndIsInNoneOfItsLogs() throws Exception {
        String planted = "pl4nted-with-yarn";
        JobSecrets secrets = JobSecrets.of(Map.of("PLANTED", planted));
        List<Diagnostic> problems = new ArrayList<>();
        try (Cluster cluster = connect(Map.of("lib", LIB))) {
            assertThatThrownBy(() -> cluster.submit(SampleJob.withSecret("secret", STATES), secrets))
                    .isInstanceOfSatisfying(EltException.class, e -> problems.addAll(e.diagnostics()))
                    .satisfies(e -> assertThat(traceOf(e)).doesNotContain(planted));
        }
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.code())
                .isEqualTo(ErrorCode.JOB_FAILED));

        assertThat(containerLogs())
                .anyMatch(text -> text.contains("'nonsense'='******'"))
                .noneMatch(text -> text.contains(planted));
    }

    private static List<String> containerLogs() throws IOException {
        List<String> texts = new ArrayList<>();
        Files.walkFileTree(HADOOP.containerLogs(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(java.nio.file.Path folder, BasicFileAttributes attributes) {
                // What containers work in, and YARN is just deleting.
                return folder.toString().contains("localDir") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(java.nio.file.Path log, BasicFileAttributes attributes)
                    throws IOException {
                texts.add(Files.readString(log, StandardCharsets.ISO_8859_1));
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }

    private static String traceOf(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Test
    void whatIsInterruptedWhileItStartsIsKilled() throws Exception {
        abandoned.set(true);
        try (Cluster cluster = connect(Map.of("lib", LIB))) {
            int before = yarn.getApplications().size();
            Diagnostic problem = refusal(cluster, SampleJob.counting("interrupted", STATES, Optional.empty()));

            assertThat(problem.code()).isEqualTo(ErrorCode.DEPLOYMENT_ABANDONED);
            assertThat(yarn.getApplications()).hasSizeGreaterThanOrEqualTo(before);
            assertThat(yarn.getApplications())
                    .allMatch(report -> report.getYarnApplicationState() != YarnApplicationState.RUNNING);
        }
    }

    @Test
    void aQueueThatIsNotThereNamesTheNearest() {
        try (Cluster cluster = connect(Map.of("lib", LIB, "queue", "defualt"))) {
            Diagnostic problem = refusal(cluster, SampleJob.counting("lost", STATES, Optional.empty()));

            assertThat(problem.code()).isEqualTo(ErrorCode.YARN_REFUSED);
            assertThat(problem.message()).contains("no queue 'defualt'");
            assertThat(problem.hint()).contains("did you mean 'default'?");
        }
    }

    private Cluster connect(Map<String, String> options) {
        return YarnCluster.connect(
                new YarnCluster.Scope(
                        "bank",
                        "prod",
                        STATES,
                        java.nio.file.Path.of("target", "elt-0.1.0").toAbsolutePath()),
                SampleTarget.config(HADOOP.configurationFolder(), options),
                SampleJob.SETTINGS,
                new DeploymentWatch() {
                    @Override
                    public void say(String text) {
                        said.add(text);
                    }

                    @Override
                    public boolean isAbandoned() {
                        return abandoned.get();
                    }
                });
    }

    private static Diagnostic refusal(Cluster cluster, JobBundle bundle) {
        List<Diagnostic> problems = new ArrayList<>();
        assertThatThrownBy(() -> cluster.submit(bundle, JobSecrets.none()))
                .isInstanceOfSatisfying(EltException.class, e -> problems.addAll(e.diagnostics()));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static String state(Submission job) {
        return until(
                PATIENCE,
                () -> new RestApi()
                        .get(job.rest().orElseThrow(), "/jobs/" + job.jobId())
                        .path("state")
                        .asText(),
                state -> !state.equals("INITIALIZING") && !state.equals("CREATED"));
    }

    private static Submission withoutRest(Submission job) {
        return new Submission(job.job(), job.jobId(), Optional.<URI>empty(), job.application(), job.fingerprint());
    }

    private static boolean isOver(Condition condition) {
        return condition.state() == JobState.FAILED || condition.state() == JobState.CANCELED;
    }

    private static List<FileStatus> shared() throws IOException {
        try (FileSystem files = FileSystem.newInstance(HADOOP.fileSystem(), HADOOP.configuration())) {
            FileStatus[] folders = files.listStatus(new Path("/elt/lib"));
            assertThat(folders).hasSize(1);
            return List.of(files.listStatus(folders[0].getPath()));
        }
    }
}
