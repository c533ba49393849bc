package io.elt.project;

import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of one mapping, remembers which keys it was asked for, and calls all others unknown. */
public final class Fields {

    private final Value.Mapping mapping;
    private final String where;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Value.Mapping mapping, String where, Problems problems) {
        this.mapping = mapping;
        this.where = where;
        this.problems = problems;
    }

    public static Fields of(Value.Mapping mapping, String where, Problems problems) {
        return new Fields(mapping, where, problems);
    }

    public Optional<Value> value(String key) {
        known.add(key);
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Value.Entry::value)
                .filter(value -> !isNothing(value))
                .findFirst();
    }

    public Optional<Value.Scalar> text(String key) {
        Optional<Value> value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Value.Scalar scalar && !scalar.isTemplate()) {
            return Optional.of(scalar);
        }
        problems.add(ProjectErrors.wrongType(key, "a plain text", value.get()));
        return Optional.empty();
    }

    /** A plain value, which may be a template. */
    Optional<Value.Scalar> scalar(String key) {
        Optional<Value> value = value(key);
        if (value.isPresent() && !(value.get() instanceof Value.Scalar)) {
            problems.add(ProjectErrors.wrongType(key, "a plain value", value.get()));
            return Optional.empty();
        }
        return value.map(Value.Scalar.class::cast);
    }

    public Optional<Value.Scalar> requiredText(String key) {
        Optional<Value.Scalar> value = text(key);
        if (value(key).isEmpty()) {
            problems.add(ProjectErrors.missingKey(key, where, mapping.span()));
        }
        return value;
    }

    /** The entries of a nested mapping; none if the key is absent or empty. */
    public List<Value.Entry> entries(String key) {
        Optional<Value> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Value.Mapping nested) {
            return nested.entries();
        }
        problems.add(ProjectErrors.notAMapping("'" + key + "'", value.get()));
        return List.of();
    }

    /** The entries of a nested mapping as options: dotted keys, plain values. */
    Map<String, Value.Scalar> options(String key) {
        Optional<Value> value = value(key);
        return value.flatMap(found -> options("'" + key + "'", found, problems)).orElse(Map.of());
    }

    static Optional<Map<String, Value.Scalar>> options(String where, Value value, Problems problems) {
        if (!(value instanceof Value.Mapping mapping)) {
            problems.add(ProjectErrors.notAMapping(where, value));
            return Optional.empty();
        }
        Map<String, Value.Scalar> options = new LinkedHashMap<>();
        Map<String, SourceSpan> seen = new LinkedHashMap<>();
        for (Value.Entry entry : mapping.flattened()) {
            if (!(entry.value() instanceof Value.Scalar scalar) || isNothing(scalar)) {
                problems.add(ProjectErrors.wrongType(entry.key(), "a plain value", entry.value()));
                continue;
            }
            SourceSpan first = seen.putIfAbsent(entry.key(), entry.keySpan());
            if (first != null) {
                problems.add(ProjectErrors.duplicateKey(entry.key(), first, entry.keySpan()));
                continue;
            }
            options.put(entry.key(), scalar);
        }
        return Optional.of(options);
    }

    public void rejectOthers() {
        for (Value.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(ProjectErrors.unknownKey(entry.key(), where, known, entry.keySpan()));
            }
        }
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.NOTHING;
    }
}
