package io.elt.cli.run;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** In which zone a day of {@code --from} begins, and one of a unit test. */
class TimeZonesTest {
    private static final String KEY = "table.local-time-zone";

    @Test
    void itIsThatOfTheJobs() {
        assertThat(TimeZones.of(Map.of(KEY, "Europe/Prague"))).isEqualTo(ZoneId.of("Europe/Prague"));
        assertThat(TimeZones.of(Map.of(KEY, "GMT+02:00"))).isEqualTo(ZoneId.of("GMT+02:00"));
    }

    @Test
    void withoutOneItIsThatOfTheMachineAsInFlink() {
        assertThat(TimeZones.of(Map.of())).isEqualTo(ZoneId.systemDefault());
        assertThat(TimeZones.of(Map.of(KEY, "default"))).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void aZoneThatIsNotThereIsToldWithTheKey() {
        EltException error = catchThrowableOfType(EltException.class, () -> TimeZones.of(Map.of(KEY, "Mars/Olympus")));

        assertThat(error.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_VALUE);
            assertThat(problem.message()).contains(KEY, "Mars/Olympus");
        });
    }
}
