package io.elt.render;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.project.Value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns values of elt.yaml into what they stand for, when they are asked for and not before. */
final class ValueRenderer {

    /** So many variables may be made of each other. */
    private static final int DEEPEST = 50;

    /** A number of more digits is a mistake, and written out it could take all memory. */
    private static final int MOST_DIGITS = 1_000;

    private final Engine engine;
    private final Secrets secrets;
    private final Map<String, Resolved> known = new ConcurrentHashMap<>();

    /** What came of a variable: its value, or what is wrong with it. */
    private record Resolved(Object value, EltException failure) {
        Object orThrow() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }

    ValueRenderer(Engine engine, Secrets secrets) {
        this.engine = engine;
        this.secrets = secrets;
    }

    Object variable(String name, Value value, Set<String> resolving) {
        if (resolving.contains(name)) {
            throw RenderErrors.variableCircle(name).at(value.span()).toException();
        }
        if (resolving.size() == DEEPEST) {
            throw RenderErrors.deepVariable(name, DEEPEST).at(value.span()).toException();
        }
        // Variables that are made of others twice and more would else take time without end.
        Resolved resolved = known.get(name);
        if (resolved == null) {
            Set<String> inner = new LinkedHashSet<>(resolving);
            inner.add(name);
            resolved = resolve(name, value, inner);
            known.put(name, resolved);
        }
        return resolved.orThrow();
    }

    private Resolved resolve(String name, Value value, Set<String> resolving) {
        try {
            return new Resolved(convert(name, name, value, resolving), null);
        } catch (EltException e) {
            return new Resolved(null, e);
        }
    }

    /** The text of an option or a setting. */
    String text(String key, Value.Scalar value, Set<String> resolving) {
        return text(key, value, resolving, SecretName.setting(key));
    }

    /** @param name what the text is called if the key tells that it is a secret */
    String text(String key, Value.Scalar value, Set<String> resolving, SecretName name) {
        String text = value.isTemplate() ? render(value, resolving) : value.text();
        secrets.learnIfSensitive(key, text, name);
        return text;
    }

    /**
     * @param name the variable, or the key in a mapping
     * @param path the keys that lead there
     */
    private Object convert(String name, String path, Value value, Set<String> resolving) {
        if (value instanceof Value.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(convert(name, path, item, resolving)));
            return items;
        }
        if (value instanceof Value.Mapping mapping) {
            Map<String, Object> entries = new LinkedHashMap<>();
            mapping.entries()
                    .forEach(entry -> entries.put(
                            entry.key(), convert(entry.key(), path + "_" + entry.key(), entry.value(), resolving)));
            return entries;
        }
        Value.Scalar scalar = (Value.Scalar) value;
        return switch (scalar.kind()) {
            case TEXT -> text(name, scalar, resolving, SecretName.variable(path));
            case INTEGER -> integer(scalar.text());
            case DECIMAL -> decimal(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NOTHING -> null;
        };
    }

    private static Object integer(String text) {
        BigInteger number = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static Object decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs(number.scale()) > MOST_DIGITS ? text : number;
        } catch (NumberFormatException e) {
            // .inf and .nan are numbers in YAML; SQL has no literal for them, so they stay as they are written.
            return text;
        }
    }

    private String render(Value.Scalar value, Set<String> resolving) {
        SourceFile file = new SourceFile(Project.FILE, Project.FILE, value.text());
        try {
            return engine.renderValue(file, resolving);
        } catch (EltException e) {
            List<Diagnostic> placed = e.diagnostics().stream()
                    .map(diagnostic -> diagnostic.at(value.span()))
                    .toList();
            throw new EltException(placed, e);
        }
    }
}
