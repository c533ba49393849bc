package io.elt.project;

import io.elt.diagnostic.SourceSpan;

import java.util.Map;
import java.util.Optional;

/**
 * A name that elt.yaml gives to something.
 *
 * @param target the target below which it stands; empty where it is for all
 * @param span of the name
 * @param values what it stands for: one value of a variable, or the options of a source or of Flink
 */
public record Declaration(Kind kind, String name, Optional<String> target, SourceSpan span, Map<String, Value> values) {

    public Declaration {
        values = Map.copyOf(values);
    }

    public enum Kind {
        VARIABLE,
        SOURCE,
        FLINK_SETTINGS
    }
}
