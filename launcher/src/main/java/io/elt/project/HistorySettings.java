package io.elt.project;

import io.elt.diagnostic.Problems;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of what was deployed is kept, in the {@code history} section of elt.yaml or of a target.
 *
 * @param savepoints of each job, the newest
 * @param age of entries that tell of something else
 */
public record HistorySettings(Optional<Integer> savepoints, Optional<Duration> age) {
    public static final HistorySettings NONE = new HistorySettings(Optional.empty(), Optional.empty());

    private static final String KEY = "history";
    private static final String SAVEPOINTS = "savepoints";
    private static final String AGE = "age";

    /** These settings with those that a target has instead. */
    HistorySettings boundTo(HistorySettings target) {
        return new HistorySettings(target.savepoints.or(() -> savepoints), target.age.or(() -> age));
    }

    static HistorySettings read(Fields owner, Problems problems) {
        Optional<Value> value = owner.value(KEY);
        if (value.isEmpty()) {
            return NONE;
        }
        if (!(value.get() instanceof Value.Mapping mapping)) {
            problems.add(ProjectErrors.notAMapping("'" + KEY + "'", value.get()));
            return NONE;
        }
        Fields fields = Fields.of(mapping, "'" + KEY + "'", problems);
        Optional<Integer> savepoints = fields.text(SAVEPOINTS).flatMap(text -> count(text, problems));
        Optional<Duration> age = fields.text(AGE).flatMap(text -> duration(text, problems));
        fields.rejectOthers();
        return new HistorySettings(savepoints, age);
    }

    private static Optional<Integer> count(Value.Scalar text, Problems problems) {
        if (text.text().matches("[1-9]\\d{0,4}")) {
            return Optional.of(Integer.valueOf(text.text()));
        }
        problems.add(ProjectErrors.wrongType(SAVEPOINTS, "a number from 1 on", text));
        return Optional.empty();
    }

    private static Optional<Duration> duration(Value.Scalar text, Problems problems) {
        Optional<Duration> duration = Durations.parse(text.text());
        if (duration.isEmpty()) {
            problems.add(ProjectErrors.badDuration(AGE, text.text(), text.span()));
        }
        return duration;
    }
}
