package io.elt.status;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.Condition;
import io.elt.submit.JobState;
import io.elt.submit.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Flink's answers mean, over HTTP. */
class JobStatusReaderTest {
    private static final String ID = "a".repeat(32);
    private static final String JOB = "/jobs/" + ID;
    private static final String ALL_RUN =
            details("RUNNING", "{\"parallelism\":2,\"tasks\":{\"RUNNING\":1,\"FINISHED\":1}}");

    private PlayedFlink flink;

    @BeforeEach
    void start() throws IOException {
        flink = PlayedFlink.start()
                .says(JOB + "/status", "{\"status\":\"RUNNING\"}")
                .says(JOB, ALL_RUN)
                .says("/jobs/overview", overview(1, 1))
                .says(
                        JOB + "/checkpoints",
                        "{\"counts\":{\"completed\":7},\"latest\":{\"completed\":{\"latest_ack_timestamp\":2000}}}")
                .says(JOB + "/metrics?get=numRestarts", "[{\"id\":\"numRestarts\",\"value\":\"3\"}]")
                .says(JOB + "/exceptions", "{\"exceptionHistory\":{\"entries\":[]}}");
    }

    @AfterEach
    void stop() {
        flink.close();
    }

    private static String details(String state, String vertex) {
        return "{\"state\":\"" + state + "\",\"start-time\":1000,\"job-type\":\"STREAMING\",\"vertices\":[" + vertex
                + "]}";
    }

    private static String overview(int running, int finished) {
        return "{\"jobs\":[{\"jid\":\"" + "b".repeat(32) + "\",\"tasks\":{\"total\":1,\"running\":0}},"
                + "{\"jid\":\"" + ID + "\",\"tasks\":{\"total\":2,\"running\":" + running + ",\"finished\":" + finished
                + "}}]}";
    }

    private JobStatus read() {
        return reader(Optional.empty()).read(submission(Optional.of(flink.address())));
    }

    private JobState state() {
        return reader(Optional.empty()).state(submission(Optional.of(flink.address())));
    }

    private static JobStatusReader reader(Optional<Condition> manager) {
        return new JobStatusReader(new Managed(manager));
    }

    private static Submission submission(Optional<URI> rest) {
        return new Submission("dws_deposit", ID, rest, "", Optional.empty());
    }

    @Test
    void aJobRunsWhenAllItsTasksRunOrHaveEnded() {
        assertThat(read())
                .isEqualTo(new JobStatus(
                        "dws_deposit",
                        JobState.RUNNING,
                        Optional.of(Instant.ofEpochMilli(1000)),
                        3,
                        7,
                        Optional.of(Instant.ofEpochMilli(2000)),
                        Optional.empty()));
        assertThat(state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aJobOfWhichATaskDoesNotRunYetIsStarting() {
        flink.says(JOB, details("RUNNING", "{\"parallelism\":2,\"tasks\":{\"RUNNING\":1,\"DEPLOYING\":1}}"));
        flink.says("/jobs/overview", overview(1, 0));

        assertThat(read().state()).isEqualTo(JobState.STARTING);
        assertThat(state()).isEqualTo(JobState.STARTING);
    }

    @Test
    void aJobThatHasJustBegunToRunRunsWhateverTheCopySays() {
        flink.says(JOB, details("RUNNING", "{\"parallelism\":2,\"tasks\":{\"DEPLOYING\":2}}"));
        flink.says("/jobs/overview", overview(2, 0));

        assertThat(state()).isEqualTo(JobState.RUNNING);
    }

    /** Flink tells all but the state from a copy that is up to three seconds old. */
    @Test
    void aJobThatHasJustBeenStoppedDoesNotRunWhateverTheCopySays() {
        flink.says(JOB + "/status", "{\"status\":\"FINISHED\"}");

        assertThat(state()).isEqualTo(JobState.FINISHED);
    }

    @Test
    void theReasonOfAFailureIsReadWhenTheCopyHasIt() {
        flink.says(JOB + "/status", "{\"status\":\"FAILED\"}")
                .says(JOB, ALL_RUN, ALL_RUN, details("FAILED", ""))
                .says(
                        JOB + "/exceptions",
                        "{\"exceptionHistory\":{\"entries\":[{\"stacktrace\":"
                                + "\"java.lang.RuntimeException: outer\\nCaused by: java.io.IOException: disk full\"}]}}");

        assertThat(read().state()).isEqualTo(JobState.FAILED);
        assertThat(read().rootCause()).hasValueSatisfying(why -> assertThat(why).contains("disk full"));
    }

    @Test
    void aBatchIsNotAskedForCheckpoints() {
        flink.says(JOB, "{\"state\":\"RUNNING\",\"job-type\":\"BATCH\",\"vertices\":[]}")
                .says(JOB + "/checkpoints");

        assertThat(read().checkpoints()).isZero();
        assertThat(read().since()).isEmpty();
    }

    @Test
    void theManagerIsAskedWhereFlinkCannotBeAsked() {
        Condition killed = new Condition(JobState.CANCELED, Optional.of("killed by user hadoop"));

        JobStatus status = reader(Optional.of(killed)).read(submission(Optional.empty()));

        assertThat(status.state()).isEqualTo(JobState.CANCELED);
        assertThat(status.rootCause()).contains("killed by user hadoop");
        assertThat(reader(Optional.of(killed)).state(submission(Optional.empty())))
                .isEqualTo(JobState.CANCELED);
    }

    @Test
    void theManagerIsAskedWhenFlinkDoesNotKnowTheJob() {
        Condition ended = new Condition(JobState.FINISHED, Optional.empty());
        flink.says(JOB + "/status").says(JOB);

        assertThat(reader(Optional.of(ended))
                        .read(submission(Optional.of(flink.address())))
                        .state())
                .isEqualTo(JobState.FINISHED);
        assertThat(reader(Optional.of(ended)).state(submission(Optional.of(flink.address()))))
                .isEqualTo(JobState.FINISHED);
    }

    @Test
    void aJobThatNobodyKnowsIsSaidToBeUnknown() {
        flink.says(JOB + "/status").says(JOB);

        assertThatThrownBy(this::read)
                .isInstanceOf(ClusterUnreachableException.class)
                .hasMessageContaining(ID);
        assertThatThrownBy(() -> reader(Optional.empty()).read(submission(Optional.empty())))
                .isInstanceOf(ClusterUnreachableException.class)
                .hasMessage("the cluster does not know job dws_deposit");
    }

    /** A cluster of which only the manager answers. */
    private record Managed(Optional<Condition> condition) implements Cluster {
        @Override
        public Optional<Condition> condition(Submission submission) {
            return condition;
        }

        @Override
        public Submission submit(JobBundle bundle, JobSecrets secrets) {
            throw new UnsupportedOperationException("not asked by a status");
        }

        @Override
        public List<Submission> jobs() {
            throw new UnsupportedOperationException("not asked by a status");
        }

        @Override
        public String stop(Submission submission, String directory, Duration timeout) {
            throw new UnsupportedOperationException("not asked by a status");
        }

        @Override
        public void cancel(Submission submission) {
            throw new UnsupportedOperationException("not asked by a status");
        }

        @Override
        public void close() {}
    }
}
