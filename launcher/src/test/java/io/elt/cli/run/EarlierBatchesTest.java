package io.elt.cli.run;

import io.elt.backfill.BoundedJob;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.Condition;
import io.elt.submit.JobState;
import io.elt.submit.Submission;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a batch run finds on a cluster that another run has left. */
class EarlierBatchesTest {
    private static final Job FIRST = job("dwd_account");
    private static final Job SECOND = job("dws_deposit");
    private static final Plan PLAN = new Plan(List.of(FIRST, SECOND), Map.of(), Map.of(), Map.of());
    private static final String MARK = BoundedJob.mark("0a1b");

    private final PlayedCluster cluster = new PlayedCluster(new LinkedHashMap<>());
    private final JobWatch watch = new JobWatch(cluster);

    /** A cluster whose manager alone is asked. */
    private record PlayedCluster(Map<Submission, JobState> states) implements Cluster {
        private Submission has(Job job, String fingerprint, JobState state) {
            Submission submission =
                    new Submission(job.name(), "id" + states.size(), Optional.empty(), "", Optional.of(fingerprint));
            states.put(submission, state);
            return submission;
        }

        @Override
        public List<Submission> jobs() {
            return List.copyOf(states.keySet());
        }

        @Override
        public Optional<Condition> condition(Submission submission) {
            return Optional.of(new Condition(states.get(submission), Optional.empty()));
        }

        @Override
        public Submission submit(JobBundle bundle, JobSecrets secrets) {
            throw new IllegalStateException("nothing is to be submitted");
        }

        @Override
        public String stop(Submission submission, String directory, Duration timeout) {
            throw new IllegalStateException("nothing is to be stopped");
        }

        @Override
        public void cancel(Submission submission) {
            throw new IllegalStateException("nothing is to be cancelled");
        }

        @Override
        public void close() {}
    }

    private static Job job(String name) {
        TreeSet<TableName> tables = new TreeSet<>(Set.of(new TableName("lake", "dws", name)));
        return new Job(name, List.of("sql/" + name + ".sql"), Map.of(), List.of(), tables, tables, List.of());
    }

    private EarlierBatches found() {
        return EarlierBatches.on(cluster, watch, PLAN, PLAN.jobs());
    }

    private static ErrorCode code(EltException error) {
        return error.diagnostics().get(0).code();
    }

    @Test
    void theJobOfTheSameRunIsTheOneToWaitFor() {
        Submission running = cluster.has(FIRST, MARK, JobState.RUNNING);

        assertThat(found().same(FIRST, MARK)).contains(running);
        assertThat(found().same(SECOND, MARK)).isEmpty();
    }

    @Test
    void whatHasEndedIsNobodysConcern() {
        cluster.has(FIRST, BoundedJob.mark("ffff"), JobState.FINISHED);
        cluster.has(SECOND, "stream", JobState.CANCELED);

        assertThat(found().running()).isEmpty();
    }

    @Test
    void aBatchThatDoesSomethingElseIsWaitedForBySomebodyElse() {
        cluster.has(FIRST, BoundedJob.mark("ffff"), JobState.RUNNING);

        EltException error = catchThrowableOfType(EltException.class, () -> found().same(FIRST, MARK));

        assertThat(code(error)).isEqualTo(ErrorCode.BATCH_RUNS);
        assertThat(error).hasMessageContaining("a batch of job dwd_account still runs");
    }

    @Test
    void nothingIsReplacedUnderABatchThatIsFurtherOn() {
        Submission later = cluster.has(SECOND, MARK, JobState.RUNNING);
        EarlierBatches earlier = found();

        EltException error = catchThrowableOfType(EltException.class, () -> earlier.requireNoneBehind(FIRST, watch));

        assertThat(code(error)).isEqualTo(ErrorCode.BATCH_RUNS);
        assertThat(error).hasMessageContaining("dws_deposit");
        assertThatCode(() -> earlier.requireNoneBehind(SECOND, watch)).doesNotThrowAnyException();
        cluster.states().put(later, JobState.FINISHED);
        assertThatCode(() -> earlier.requireNoneBehind(FIRST, watch)).doesNotThrowAnyException();
    }

    @Test
    void aStreamThatRunsIsNotWrittenUnder() {
        cluster.has(SECOND, "0a1b", JobState.RESTARTING);

        EltException error = catchThrowableOfType(EltException.class, this::found);

        assertThat(code(error)).isEqualTo(ErrorCode.STREAM_BEHIND);
        assertThat(error).hasMessageContaining("dws_deposit run now");
        assertThat(error.diagnostics().get(0).hint().orElseThrow()).contains("elt stop dws_deposit");
    }
}
