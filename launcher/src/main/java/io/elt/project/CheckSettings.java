package io.elt.project;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the project expects of itself, in the {@code check} section of elt.yaml.
 *
 * @param levels of the rules that do not have their own level, by name
 * @param allowedLag how long a reader of a table may stand still and still find its place
 */
public record CheckSettings(Map<String, RuleLevel> levels, Optional<Duration> allowedLag) {
    public static final CheckSettings NONE = new CheckSettings(Map.of(), Optional.empty());

    private static final String KEY = "check";

    public CheckSettings {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** These settings with those that a target has instead. */
    CheckSettings boundTo(CheckSettings target) {
        Map<String, RuleLevel> merged = new LinkedHashMap<>(levels);
        merged.putAll(target.levels);
        return new CheckSettings(merged, target.allowedLag.or(() -> allowedLag));
    }

    static CheckSettings read(Fields owner, Problems problems) {
        Optional<Value> value = owner.value(KEY);
        if (value.isEmpty()) {
            return NONE;
        }
        if (!(value.get() instanceof Value.Mapping mapping)) {
            problems.add(ProjectErrors.notAMapping("'" + KEY + "'", value.get()));
            return NONE;
        }
        Fields fields = Fields.of(mapping, "'" + KEY + "'", problems);
        Map<String, RuleLevel> levels = levels(fields, problems);
        Optional<Duration> allowedLag = fields.text("allowed-lag").flatMap(text -> duration(text, problems));
        fields.rejectOthers();
        return new CheckSettings(levels, allowedLag);
    }

    private static Map<String, RuleLevel> levels(Fields fields, Problems problems) {
        List<String> known =
                ErrorCode.rules().stream().flatMap(code -> code.rule().stream()).toList();
        Map<String, RuleLevel> levels = new LinkedHashMap<>();
        for (Value.Entry entry : fields.entries("rules")) {
            if (!known.contains(entry.key())) {
                problems.add(ProjectErrors.unknownRule(entry.key(), known, entry.keySpan()));
                continue;
            }
            Optional<RuleLevel> level = Optional.of(entry.value())
                    .filter(Value.Scalar.class::isInstance)
                    .flatMap(scalar -> RuleLevel.parse(((Value.Scalar) scalar).text()));
            if (level.isEmpty()) {
                problems.add(ProjectErrors.badLevel(entry.key(), RuleLevel.texts(), entry.value()));
                continue;
            }
            levels.put(entry.key(), level.get());
        }
        return levels;
    }

    private static Optional<Duration> duration(Value.Scalar text, Problems problems) {
        Optional<Duration> duration = Durations.parse(text.text());
        if (duration.isEmpty()) {
            problems.add(ProjectErrors.badDuration("allowed-lag", text.text(), text.span()));
        }
        return duration;
    }
}
