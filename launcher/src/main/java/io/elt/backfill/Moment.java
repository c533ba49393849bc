package io.elt.backfill;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people and schedulers write for a moment. What is told by its distance from now counts in whole units, so that all
 * calls within one unit, such as the second attempt of a schedule, are about the same moment.
 */
record Moment(ZoneId zone, Instant now) {
    private static final Pattern BACK = Pattern.compile("-([0-9]{1,4})(h|d|w|mo)");
    private static final Map<String, String> NAMES = Map.of("today", "-0d", "yesterday", "-1d");
    private static final String FORMS = "write a day, 2024-01-31, a time, 2024-01-31T06:00, 2024-01-31T06:00:00Z,"
            + " or how long ago: yesterday, today, now, -7d; h, d, w and mo are hours, days, weeks and months";

    /**
     * @param option that it is the value of
     * @throws EltException if it is no moment
     */
    Instant read(String option, String text) {
        try {
            return read(text);
        } catch (DateTimeException e) {
            throw Diagnostic.error(ErrorCode.BAD_WINDOW, option + " " + text + " is no day and no time")
                    .withHint(FORMS)
                    .toException(e);
        }
    }

    private Instant read(String text) {
        if (text.equals("now")) {
            return now;
        }
        Matcher distance = BACK.matcher(NAMES.getOrDefault(text, text));
        if (distance.matches()) {
            return back(Integer.parseInt(distance.group(1)), distance.group(2));
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        if (text.matches(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
    }

    /** The beginning of the unit that was so many units before the one that is now; days begin in the zone. */
    private Instant back(int units, String unit) {
        ZonedDateTime here = now.atZone(zone);
        LocalDate today = here.toLocalDate();
        return switch (unit) {
            case "h" -> here.truncatedTo(ChronoUnit.HOURS).toInstant().minus(units, ChronoUnit.HOURS);
            case "d" -> beginning(today.minusDays(units));
            case "w" ->
                beginning(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(units));
            case "mo" -> beginning(today.withDayOfMonth(1).minusMonths(units));
            default -> throw new IllegalStateException("no unit " + unit);
        };
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
