package io.elt.backfill;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a batch run is about.
 *
 * @param from inclusive; empty for all that there ever was
 * @param to exclusive
 */
public record Window(Optional<Instant> from, Instant to) {
    /**
     * @param from as the user wrote it, if at all
     * @param to as the user wrote it; now if not at all
     * @param zone of days, and of times that tell none
     * @throws EltException if one cannot be read, or they do not fit together
     */
    public static Window of(Optional<String> from, Optional<String> to, ZoneId zone, Instant now) {
        Moment moment = new Moment(zone, now);
        Optional<Instant> start = from.map(text -> moment.read("--from", text));
        Instant end = to.map(text -> moment.read("--to", text)).orElse(now);
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

    private static Diagnostic wrong(String message) {
        return Diagnostic.error(ErrorCode.BAD_WINDOW, message);
    }

    @Override
    public String toString() {
        return from.map(start -> "from " + start + " ").orElse("") + "to " + to;
    }
}
