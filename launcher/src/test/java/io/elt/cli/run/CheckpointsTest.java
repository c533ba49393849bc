package io.elt.cli.run;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A stream that commits nothing is not started. */
class CheckpointsTest {
    private static final String INTERVAL = "execution.checkpointing.interval";
    private static final TableName INPUT = new TableName("lake", "ods", "account");

    private static Job job(Map<String, String> settings) {
        return new Job(
                "dwd_account",
                List.of("sql/dwd_account.sql"),
                settings,
                List.of(),
                new TreeSet<>(Set.of(INPUT)),
                new TreeSet<>(Set.of(new TableName("lake", "dwd", "account"))),
                List.<ExternalInput>of());
    }

    private static EltException refused(Map<String, String> own, Map<String, String> target) {
        return catchThrowableOfType(EltException.class, () -> Checkpoints.require(List.of(job(own)), target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0 s", "0 ms"})
    void checkpointsThatAreOffAreToldWithWhatToSet(String off) {
        assertThat(refused(Map.of(), Map.of(INTERVAL, off)).diagnostics())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.BAD_VALUE);
                    assertThat(problem.message()).contains("job dwd_account", INTERVAL + " is " + off);
                    assertThat(problem.hint().orElseThrow()).contains("10 s");
                });
    }

    @Test
    void aJobsOwnSettingIsTheOneThatCounts() {
        assertThat(refused(Map.of(INTERVAL, "0"), Map.of(INTERVAL, "1 s"))).isNotNull();
        assertThatCode(() -> Checkpoints.require(List.of(job(Map.of(INTERVAL, "1 s"))), Map.of(INTERVAL, "0")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotSetHasADefault() {
        assertThatCode(() -> Checkpoints.require(List.of(job(Map.of())), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void aBatchNeedsNone() {
        Map<String, String> batch = Map.of("execution.runtime-mode", "batch");

        assertThatCode(() -> Checkpoints.require(List.of(job(batch)), Map.of(INTERVAL, "0")))
                .doesNotThrowAnyException();
    }
}
