package io.elt.unittest.variation;

import java.time.Duration;
import java.util.List;

/** Says how long something takes, in its two largest units. */
final class PassingTime {
    private PassingTime() {}

    static String text(Duration duration) {
        List<String> parts = List.of(
                part(duration.toDays(), "day"),
                part(duration.toHoursPart(), "hour"),
                part(duration.toMinutesPart(), "minute"),
                part(duration.toSecondsPart(), "second"),
                part(duration.toMillisPart(), "millisecond"));
        return String.join(
                " ", parts.stream().filter(part -> !part.isEmpty()).limit(2).toList());
    }

    private static String part(long count, String unit) {
        return switch ((int) Math.min(count, 2)) {
            case 0 -> "";
            case 1 -> "1 " + unit;
            default -> count + " " + unit + "s";
        };
    }
}
