package io.elt.unittest.variation;

import io.elt.unittest.TestTable.Rowtime;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a declared watermark stays behind the newest row. */
final class WatermarkDelay {
    private static final Pattern EXPRESSION = Pattern.compile(
            "`(?<column>[^`]+)`(?:\\s*-\\s*INTERVAL\\s+'(?<count>\\d+)'\\s+(?<unit>SECOND|MINUTE|HOUR|DAY)(?:\\(\\d+\\))?)?",
            Pattern.CASE_INSENSITIVE);

    private WatermarkDelay() {}

    /** Empty if the expression is another one than {@code t} or {@code t - INTERVAL 'n' UNIT}. */
    static Optional<Duration> of(Rowtime rowtime) {
        Matcher matcher = EXPRESSION.matcher(
                rowtime.watermark().strip().replaceAll("^\\[(.*)]$", "$1").strip());
        if (!matcher.matches() || !matcher.group("column").equals(rowtime.column())) {
            return Optional.empty();
        }
        if (matcher.group("count") == null) {
            return Optional.of(Duration.ZERO);
        }
        ChronoUnit unit = ChronoUnit.valueOf(matcher.group("unit").toUpperCase(Locale.ROOT) + "S");
        return Optional.of(Duration.of(Long.parseLong(matcher.group("count")), unit));
    }
}
