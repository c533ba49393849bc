package io.elt.cli.run;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.Condition;
import io.elt.submit.JobState;
import io.elt.submit.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** When a savepoint can be asked for. */
class JobWatchTest {
    private static final Submission JOB = new Submission("dws", "id", Optional.empty(), "app", Optional.empty());

    @Test
    void aJobThatStartsAgainIsWaitedForBecauseNoSavepointCanBeTakenOfIt() {
        StateByState cluster = new StateByState(JobState.RESTARTING, JobState.STARTING, JobState.RUNNING);

        new JobWatch(cluster).awaitSettled(JOB);

        assertThat(cluster.left).containsExactly(JobState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"RUNNING", "FINISHED", "FAILED", "CANCELED"})
    void whatRunsOrHasEndedIsNotWaitedFor(JobState state) {
        StateByState cluster = new StateByState(state, JobState.RESTARTING);

        new JobWatch(cluster).awaitSettled(JOB);

        assertThat(cluster.left).containsExactly(JobState.RESTARTING);
    }

    /** Its manager says another state each time, and the last one for ever. */
    private static final class StateByState implements Cluster {
        private final Deque<JobState> left;

        StateByState(JobState... states) {
            this.left = new ArrayDeque<>(List.of(states));
        }

        @Override
        public Optional<Condition> condition(Submission submission) {
            return Optional.of(new Condition(left.size() > 1 ? left.poll() : left.peek(), Optional.empty()));
        }

        @Override
        public Submission submit(JobBundle bundle, JobSecrets secrets) {
            throw new UnsupportedOperationException("only asked for the state");
        }

        @Override
        public List<Submission> jobs() {
            throw new UnsupportedOperationException("only asked for the state");
        }

        @Override
        public String stop(Submission submission, String directory, Duration timeout) {
            throw new UnsupportedOperationException("only asked for the state");
        }

        @Override
        public void cancel(Submission submission) {
            throw new UnsupportedOperationException("only asked for the state");
        }

        @Override
        public void close() {}
    }
}
