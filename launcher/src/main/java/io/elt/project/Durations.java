package io.elt.project;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as Flink and Paimon write them: {@code 30 d}, {@code 1s}, {@code 500 ms}; without a unit milliseconds. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*([a-z\u00b5]*)");

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d", "day", "days" -> Optional.of(Duration.ofDays(number));
            case "h", "hour", "hours" -> Optional.of(Duration.ofHours(number));
            case "m", "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(number));
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(Duration.ofSeconds(number));
            case "", "ms", "milli", "millis", "millisecond", "milliseconds" -> Optional.of(Duration.ofMillis(number));
            case "\u00b5s", "micro", "micros", "microsecond", "microseconds" ->
                Optional.of(Duration.ofNanos(number * 1_000));
            case "ns", "nano", "nanos", "nanosecond", "nanoseconds" -> Optional.of(Duration.ofNanos(number));
            default -> Optional.empty();
        };
    }

    /** As a person says it: {@code 3 days}, {@code 90 s}. */
    public static String text(Duration duration) {
        if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + (duration.toDays() == 1 ? " day" : " days");
        }
        if (duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))) {
            return duration.toHours() + " h";
        }
        if (duration.toMinutes() > 0 && duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            return duration.toMinutes() + " min";
        }
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
