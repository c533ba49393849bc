package io.elt.rules.serving;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.project.Durations;
import io.elt.project.RunOn;
import io.elt.project.Value;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.OptionText;
import io.elt.rules.text.StatementText;
import io.elt.script.Setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each load of a table is a version of each of its tablets, and StarRocks refuses loads beyond a thousand that it has not merged
 * yet. The embedded stand-in has no versions.
 */
public final class TooManyVersions implements Rule {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String FLUSH = "sink.buffer-flush.interval-ms";
    private static final String INTERVAL = "execution.checkpointing.interval";

    @Override
    public ErrorCode code() {
        return ErrorCode.TOO_MANY_VERSIONS;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        if (project.project().target().runOn() == RunOn.EMBEDDED) {
            return findings;
        }
        boolean exactlyOnce = false;
        for (StatementText statement : project.text().statements()) {
            List<OptionText> options = OptionText.all(statement);
            if (!isStarRocks(options)) {
                continue;
            }
            exactlyOnce |= has(options, "sink.semantic", "exactly-once");
            options.stream()
                    .filter(option -> option.key().equals(FLUSH) && !has(options, "sink.semantic", "exactly-once"))
                    .forEach(option -> finding(option.value(), "the buffer is flushed", option.origin())
                            .ifPresent(findings::add));
        }
        if (exactlyOnce) {
            checkpoints(project, findings);
        }
        return findings;
    }

    private static boolean isStarRocks(List<OptionText> options) {
        return has(options, "type", "starrocks") || has(options, "connector", "starrocks");
    }

    private static boolean has(List<OptionText> options, String key, String value) {
        return options.stream()
                .anyMatch(option -> option.key().equals(key) && option.value().equals(value));
    }

    /** Exactly once means one load a checkpoint. */
    private static void checkpoints(CheckedProject project, List<Finding> findings) {
        Value.Scalar setting = project.project().target().flink().get(INTERVAL);
        if (setting != null) {
            finding(
                            project.flinkSettings().getOrDefault(INTERVAL, ""),
                            "a checkpoint is taken",
                            Origin.of(setting.span()))
                    .ifPresent(findings::add);
        }
        project.text().files().forEach(file -> file.lines().forEach(line -> line.text()
                .statement()
                .setting()
                .filter(set -> set.key().filter(INTERVAL::equals).isPresent())
                .flatMap(Setting::value)
                .flatMap(value -> finding(
                        value, "a checkpoint is taken", line.text().statement().origin()))
                .ifPresent(findings::add)));
    }

    private static Optional<Finding> finding(String interval, String what, Origin origin) {
        return Durations.parse(interval)
                .filter(duration -> duration.compareTo(SHORTEST) < 0)
                .map(duration -> Finding.at(
                                origin,
                                what + " each " + Durations.text(duration)
                                        + ", and each time is a version of the table: under load StarRocks stops taking loads"
                                        + " ('too many versions') and the job fails")
                        .withHint("let at least a second pass between two loads; five to ten are easy on StarRocks"));
    }
}
