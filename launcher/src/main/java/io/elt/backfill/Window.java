package io.elt.backfill;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a batch run is about.
 *
 * @param from inclusive; empty for all that there ever was
 * @param to exclusive
 */
public record Window(Optional<Instant> from, Instant to) {
    private static final String FORMS = "write a day, 2024-01-31, or a time, 2024-01-31T06:00, 2024-01-31T06:00:00Z";

    /**
     * @param from as the user wrote it, if at all
     * @param to as the user wrote it; now if not at all
     * @param zone of days and times that tell none
     * @throws EltException if one cannot be read, or they do not fit together
     */
    public static Window of(Optional<String> from, Optional<String> to, ZoneId zone, Instant now) {
        Optional<Instant> start = from.map(text -> read("--from", text, zone));
        Instant end = to.map(text -> read("--to", text, zone)).orElse(now);
        if (end.isAfter(now)) {
            throw wrong("--to " + to.orElse("") + " is not yet: what happens until then would be missing")
                    .withHint("leave --to out, that is now")
                    .toException();
        }
        if (start.isPresent() && !start.get().isBefore(end)) {
            throw wrong("--from " + from.orElse("") + " is not before --to " + to.orElse("(now)"))
                    .withHint("--from is the first moment, --to the first one that does not count any more")
                    .toException();
        }
        return new Window(start, end);
    }

    private static Instant read(String option, String text, ZoneId zone) {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            if (text.matches(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw wrong(option + " " + text + " is no day and no time")
                    .withHint(FORMS)
                    .toException(e);
        }
    }

    private static Diagnostic wrong(String message) {
        return Diagnostic.error(ErrorCode.BAD_WINDOW, message);
    }

    @Override
    public String toString() {
        return from.map(start -> "from " + start + " ").orElse("") + "to " + to;
    }
}
