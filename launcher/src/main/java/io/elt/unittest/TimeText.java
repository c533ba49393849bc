package io.elt.unittest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Times as people write them: {@code 2024-01-31 12:00:00}, with {@code T}, a fraction or an offset if they like. */
final class TimeText {
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace('T', ' '), LOCAL));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * @param zone of a time without an offset
     */
    static Optional<Instant> instant(String text, ZoneId zone) {
        Optional<LocalDateTime> local = local(text);
        if (local.isPresent()) {
            return Optional.of(local.get().atZone(zone).toInstant());
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
