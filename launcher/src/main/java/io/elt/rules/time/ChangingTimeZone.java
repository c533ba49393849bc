package io.elt.rules.time;

import io.elt.diagnostic.ErrorCode;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.FileText;
import io.elt.script.Setting;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A day begins at another moment in each zone, so sums by day of jobs in different zones do not add up. */
public final class ChangingTimeZone implements Rule {
    private static final String ZONE = "table.local-time-zone";

    @Override
    public ErrorCode code() {
        return ErrorCode.CHANGING_TIME_ZONE;
    }

    private record Zone(String text, String where) {}

    @Override
    public List<Finding> check(CheckedProject project) {
        Map<Statement, Zone> set = new LinkedHashMap<>();
        for (FileText file : project.text().files()) {
            for (FileText.Line line : file.lines()) {
                Statement statement = line.text().statement();
                zoneOf(statement)
                        .ifPresent(zone -> set.put(
                                statement, new Zone(zone, statement.span().toString())));
            }
        }
        Optional<Zone> common = Optional.ofNullable(project.flinkSettings().get(ZONE))
                .map(zone -> new Zone(
                        zone, "the target '" + project.project().target().name() + "'"))
                .or(() -> set.values().stream().findFirst());
        List<Finding> findings = new ArrayList<>();
        set.forEach((statement, zone) -> common.filter(other -> !isSame(zone.text(), other.text()))
                .ifPresent(other -> findings.add(Finding.at(
                                statement.origin(),
                                "this job runs in the time zone " + zone.text() + ", others in " + other.text()
                                        + ": their days begin and end at other moments")
                        .withDetail(other.text() + " is set by " + other.where())
                        .withHint("set one zone for all jobs, in elt.yaml below the target's flink: '" + ZONE + "'"))));
        return findings;
    }

    private static Optional<String> zoneOf(Statement statement) {
        return statement
                .setting()
                .filter(setting -> statement.kind() == StatementKind.SET)
                .filter(setting -> setting.key().filter(ZONE::equals).isPresent())
                .flatMap(Setting::value);
    }

    private static boolean isSame(String one, String other) {
        try {
            return ZoneId.of(one).normalized().equals(ZoneId.of(other).normalized());
        } catch (DateTimeException e) {
            // Flink refuses it, and says so.
            return one.equals(other);
        }
    }
}
