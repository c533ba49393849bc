package io.elt.project;

import io.elt.diagnostic.SourceSpan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of elt.yaml or of {@code --var} that still knows where it was written. */
public sealed interface Value {

    SourceSpan span();

    /** How the value is called in a message. */
    String describe();

    /**
     * A text that the running program knows, such as a port of the embedded stack.
     *
     * @param origin what a message names as its place
     */
    static Value literal(String origin, String text) {
        return new Scalar(text, Kind.TEXT, true, SourceSpan.ofFile(origin));
    }

    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NOTHING
    }

    /**
     * @param text as it was written; a table option takes it as it is, so {@code 1.10} stays {@code 1.10}
     * @param literal whether braces in the text are just braces, as in a value given on the command line
     */
    record Scalar(String text, Kind kind, boolean literal, SourceSpan span) implements Value {

        public boolean isTemplate() {
            return !literal && kind == Kind.TEXT && (text.contains("{{") || text.contains("{%"));
        }

        @Override
        public String describe() {
            return switch (kind) {
                case TEXT -> "a text";
                case INTEGER, DECIMAL -> "a number";
                case BOOLEAN -> "true or false";
                case NOTHING -> "nothing";
            };
        }
    }

    record Sequence(List<Value> items, SourceSpan span) implements Value {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    record Mapping(List<Entry> entries, SourceSpan span) implements Value {

        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String describe() {
            return "a mapping";
        }

        public Map<String, Value> toMap() {
            Map<String, Value> values = new LinkedHashMap<>();
            entries.forEach(entry -> values.put(entry.key(), entry.value()));
            return Collections.unmodifiableMap(values);
        }

        /** The same entries with nested mappings written as dotted keys, the form of connector options and Flink settings. */
        public List<Entry> flattened() {
            List<Entry> flat = new ArrayList<>();
            for (Entry entry : entries) {
                if (!(entry.value() instanceof Mapping nested)) {
                    flat.add(entry);
                    continue;
                }
                for (Entry inner : nested.flattened()) {
                    flat.add(new Entry(entry.key() + "." + inner.key(), inner.keySpan(), inner.value()));
                }
            }
            return flat;
        }
    }

    record Entry(String key, SourceSpan keySpan, Value value) {}
}
