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

    @Test
    void withoutAnEndItIsNow() {
        assertThat(window("2024-02-01", null).to()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-02-30", "24-01-31", "2024-01-31T25:00", "2024-01-31T06:00X", ""})
    void whatIsNoTimeIsToldWithTheFormsThatAre(String text) {
        EltException error = refused(null, text);

        assertThat(error.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_WINDOW);
            assertThat(problem.message()).contains("--to " + text);
            assertThat(problem.hint().orElseThrow()).contains("2024-01-31T06:00");
        });
    }

    @Test
    void theEndIsBehindTheBeginning() {
        assertThat(refused("2024-02-01", "2024-01-31")).hasMessageContaining("--from 2024-02-01 is not before --to");
        assertThat(refused("2024-02-01", "2024-02-01")).hasMessageContaining("is not before");
    }

    @Test
    void whatIsNotYetHasNoResult() {
        assertThat(refused(null, "2024-03-02")).hasMessageContaining("--to 2024-03-02 is not yet");
    }
}
