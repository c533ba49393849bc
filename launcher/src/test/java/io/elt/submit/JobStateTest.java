package io.elt.submit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Flink's words for a job's state, told apart as far as a user must. */
class JobStateTest {
    @ParameterizedTest
    @CsvSource({
        "INITIALIZING, false, STARTING",
        "CREATED, false, STARTING",
        "RUNNING, false, STARTING",
        "RUNNING, true, RUNNING",
        "RESTARTING, false, RESTARTING",
        "FAILING, true, FAILED",
        "FAILED, false, FAILED",
        "CANCELLING, true, CANCELED",
        "CANCELED, false, CANCELED",
        "FINISHED, true, FINISHED",
    })
    void eachIsOneOfOurs(String flinkState, boolean allTasksRun, JobState expected) {
        assertThat(JobState.of(flinkState, allTasksRun)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING, false",
        "RUNNING, false",
        "RESTARTING, false",
        "FINISHED, true",
        "CANCELED, true",
        "FAILED, true"
    })
    void whatIsFinalStaysSo(JobState state, boolean isFinal) {
        assertThat(state.isFinal()).isEqualTo(isFinal);
    }
}
