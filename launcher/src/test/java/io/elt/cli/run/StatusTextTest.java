package io.elt.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.cli.run.ProjectStatus.JobReport;
import io.elt.cli.run.ProjectStatus.TableReport;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.status.JobStatus;
import io.elt.status.Lag;
import io.elt.status.Lag.Unit;
import io.elt.submit.JobState;
import io.elt.submit.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code elt status} prints, and when it says that all is well. */
class StatusTextTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final TableName DEPOSIT = new TableName("lake", "dws", "deposit");
    private static final Lag CAUGHT_UP = new Lag("dws_deposit", "lake.dwd.account", 0, Unit.SNAPSHOTS, Duration.ZERO);
    private static final Lag BEHIND = new Lag("dws_deposit", "bank.trans", 12, Unit.RECORDS, Duration.ofSeconds(75));

    private static Job job(ExternalInput... inputs) {
        return new Job(
                "dws_deposit",
                List.of("sql/dws_deposit.sql"),
                Map.of(),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(List.of(DEPOSIT)),
                List.of(inputs));
    }

    private static JobStatus status(JobState state, String rootCause) {
        return new JobStatus(
                "dws_deposit",
                state,
                Optional.of(NOW.minusSeconds(3_700)),
                2,
                40,
                Optional.of(NOW.minusSeconds(5)),
                Optional.ofNullable(rootCause));
    }

    private static JobReport report(JobState state, String rootCause, Lag... lags) {
        Submission submission = new Submission(
                "dws_deposit", "a1b2", Optional.of(URI.create("http://flink:8081")), "app_7", Optional.of("f1"));
        ExternalInput topic = new ExternalInput("trans", Map.of("connector", "kafka", "topic", "bank.trans"));
        return new JobReport(job(topic), Optional.of(submission), Optional.of(status(state, rootCause)), List.of(lags));
    }

    private static ProjectStatus of(JobReport report) {
        return new ProjectStatus(
                List.of(report),
                List.of(new TableReport(DEPOSIT, "dws_deposit", Optional.of(NOW.minusSeconds(7)), report.behind())));
    }

    private static String table(JobReport report) {
        return new StatusText(of(report), NOW).table();
    }

    private static JsonNode json(JobReport report) throws IOException {
        return new ObjectMapper().readTree(new StatusText(of(report), NOW).json());
    }

    @Test
    void aJobThatIsCaughtUpSaysSo() {
        assertThat(table(report(JobState.RUNNING, null, CAUGHT_UP)))
                .containsPattern("dws_deposit +running +1 h 1 min +2 +5 s +caught up")
                .containsPattern("lake\\.dws\\.deposit +dws_deposit +7 s +0 s");
    }

    @Test
    void aJobThatIsBehindSaysWhereAndHowFar() {
        assertThat(table(report(JobState.RUNNING, null, CAUGHT_UP, BEHIND)))
                .contains("bank.trans 12 records, 1 min 15 s")
                .doesNotContain("lake.dwd.account 0")
                .containsPattern("lake\\.dws\\.deposit +dws_deposit +7 s +1 min 15 s");
    }

    @Test
    void aJobThatFailedSaysWhyAndAllIsNotWell() throws IOException {
        JobReport failed = report(JobState.FAILED, "IOException: disk full");

        assertThat(table(failed)).containsPattern("dws_deposit +failed .*IOException: disk full");
        assertThat(of(failed).isWell()).isFalse();
        assertThat(json(failed).path("jobs").path(0).path("root_cause").asText())
                .isEqualTo("IOException: disk full");
    }

    @Test
    void whatTheClusterDoesNotKnowDoesNotRun() throws IOException {
        JobReport unknown = new JobReport(job(), Optional.empty(), Optional.empty(), List.of());

        assertThat(table(unknown)).containsPattern("dws_deposit +not running");
        assertThat(of(unknown).isWell()).isFalse();
        assertThat(json(unknown).path("jobs").path(0).has("id")).isFalse();
    }

    @Test
    void aRestartingJobIsNotWellAndOneThatHasEndedByItselfIs() {
        assertThat(report(JobState.RESTARTING, "x").isWell()).isFalse();
        assertThat(report(JobState.FINISHED, null).isWell())
                .as("a stream that was stopped")
                .isFalse();
        JobReport ended =
                new JobReport(job(), Optional.empty(), Optional.of(status(JobState.FINISHED, null)), List.of());
        assertThat(ended.isWell()).as("INSERT ... VALUES").isTrue();
    }

    @Test
    void programsGetNumbersAndMoments() throws IOException {
        JsonNode json = json(report(JobState.RUNNING, null, BEHIND));

        assertThat(json.path("well").asBoolean()).isTrue();
        assertThat(json.path("at").asText()).isEqualTo("2026-05-01T12:00:00Z");
        JsonNode job = json.path("jobs").path(0);
        assertThat(job.path("state").asText()).isEqualTo("running");
        assertThat(job.path("application").asText()).isEqualTo("app_7");
        assertThat(job.path("web").asText()).isEqualTo("http://flink:8081");
        assertThat(job.path("last_checkpoint").asText()).isEqualTo("2026-05-01T11:59:55Z");
        assertThat(job.path("root_cause").isNull()).isTrue();
        JsonNode input = job.path("inputs").path(0);
        assertThat(input.path("unread").asLong()).isEqualTo(12);
        assertThat(input.path("unit").asText()).isEqualTo("records");
        assertThat(input.path("behind_seconds").asDouble()).isEqualTo(75.0);
        assertThat(json.path("tables").path(0).path("written").asText()).isEqualTo("2026-05-01T11:59:53Z");
    }

    @Test
    void somebodyLooksAgainWhenAStateOrTheRestartsChangeAndNotForEachSecond() {
        String before = new StatusText(of(report(JobState.RUNNING, null, CAUGHT_UP)), NOW).essence();

        assertThat(new StatusText(of(report(JobState.RUNNING, null, BEHIND)), NOW.plusSeconds(9)).essence())
                .isEqualTo(before);
        assertThat(new StatusText(of(report(JobState.RESTARTING, "x", CAUGHT_UP)), NOW).essence())
                .isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "-3, 0 s",
        "0, 0 s",
        "59, 59 s",
        "60, 1 min 0 s",
        "3599, 59 min 59 s",
        "3600, 1 h 0 min",
        "86399, 23 h 59 min",
        "86400, 1 d 0 h",
        "1000000, 11 d 13 h",
    })
    void aDurationIsToldInItsTwoLargestUnits(long seconds, String text) {
        assertThat(StatusText.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
