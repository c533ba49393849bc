package io.elt.backfill;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The dates that a schedule gives. */
class WindowTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");

    private static Window window(String from, String to) {
        return Window.of(Optional.ofNullable(from), Optional.ofNullable(to), PRAGUE, NOW);
    }

    private static EltException refused(String from, String to) {
        return catchThrowableOfType(EltException.class, () -> window(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 2024-01-30T23:00:00Z",
        "2024-01-31T06:00, 2024-01-31T05:00:00Z",
        "2024-01-31 06:00:30, 2024-01-31T05:00:30Z",
        "2024-01-31T06:00:00Z, 2024-01-31T06:00:00Z",
        "2024-01-31T06:00:00+03:00, 2024-01-31T03:00:00Z",
    })
    void aDayOrATimeIsInTheZoneOfTheJobsUnlessItTellsOne(String text, Instant moment) {
        assertThat(window(null, text)).isEqualTo(new Window(Optional.empty(), moment));
    }

    @ParameterizedTest
    @CsvSource({
        "now, 2024-03-01T12:00:00Z",
        "today, 2024-02-29T23:00:00Z",
        "yesterday, 2024-02-28T23:00:00Z",
        "-0d, 2024-02-29T23:00:00Z",
        "-1d, 2024-02-28T23:00:00Z",
        "-30d, 2024-01-30T23:00:00Z",
        "-0h, 2024-03-01T12:00:00Z",
        "-6h, 2024-03-01T06:00:00Z",
        "-0w, 2024-02-25T23:00:00Z",
        "-1w, 2024-02-18T23:00:00Z",
        "-0mo, 2024-02-29T23:00:00Z",
        "-1mo, 2024-01-31T23:00:00Z",
        "-14mo, 2022-12-31T23:00:00Z",
    })
    void whatASchedulerWritesIsCountedBackFromNowInWholeUnits(String text, Instant moment) {
        assertThat(window(null, text).to()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01T03:00:00Z", "2024-03-01T03:59:59Z"})
    void theSecondAttemptOfAScheduleIsAboutTheSameWindow(Instant now) {
        Window window = Window.of(Optional.of("-1h"), Optional.of("-0h"), PRAGUE, now);

        assertThat(window.toString()).isEqualTo("from 2024-03-01T02:00:00Z to 2024-03-01T03:00:00Z");
    }

    @Test
    void yesterdayIsAsLongAsTheClocksMakeIt() {
        Instant afterSummerTimeBegan = Instant.parse("2024-04-01T00:15:00Z");

        Window window = Window.of(Optional.of("yesterday"), Optional.of("today"), PRAGUE, afterSummerTimeBegan);

        assertThat(window.from()).contains(Instant.parse("2024-03-30T23:00:00Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2024-03-31T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Prague, 2024-02-29T23:00:00Z",
        "America/New_York, 2024-02-29T05:00:00Z",
        "UTC, 2024-03-01T00:00:00Z",
    })
    void todayBeginsInTheZoneOfTheJobs(String zone, Instant moment) {
        Instant night = Instant.parse("2024-03-01T00:30:00Z");

        assertThat(Window.of(Optional.empty(), Optional.of("today"), ZoneId.of(zone), night)
                        .to())
                .isEqualTo(moment);
    }

    @Test
    void withoutAnEndItIsNow() {
        assertThat(window("2024-02-01", null).to()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "-1",
                "-1y",
                "-1 d",
                "1d",
                "-99999d",
                "2024-02-30",
                "24-01-31",
                "2024-01-31T25:00",
                "2024-01-31T06:00X",
                ""
            })
    void whatIsNoTimeIsToldWithTheFormsThatAre(String text) {
        EltException error = refused(null, text);

        assertThat(error.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_WINDOW);
            assertThat(problem.message()).contains("--to " + text);
            assertThat(problem.hint().orElseThrow()).contains("2024-01-31T06:00", "yesterday", "-7d");
        });
    }

    @Test
    void theEndIsBehindTheBeginning() {
        assertThat(refused("2024-02-01", "2024-01-31")).hasMessageContaining("--from 2024-02-01 is not before --to");
        assertThat(refused("2024-02-01", "2024-02-01")).hasMessageContaining("is not before");
        assertThat(refused("today", "yesterday")).hasMessageContaining("--from today is not before --to yesterday");
    }

    @Test
    void whatIsNotYetHasNoResult() {
        assertThat(refused(null, "2024-03-02")).hasMessageContaining("--to 2024-03-02 is not yet");
    }
}
