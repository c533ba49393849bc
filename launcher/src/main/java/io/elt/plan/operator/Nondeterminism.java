package io.elt.plan.operator;

import java.util.List;

/**
 * Where an operator needs a value to be the same again when a row is taken back, and it is not: the old row is then not found,
 * and stays.
 *
 * @param operator the {@link Operator#id} of the one that needs it
 * @param columns those of its input that change
 * @param cause what makes them change: a function, a table that is looked up, or a metadata column
 */
public record Nondeterminism(int operator, List<String> columns, Cause cause, String name) {
    public Nondeterminism {
        columns = List.copyOf(columns);
    }

    /** The kinds of things that do not give the same value twice. */
    public enum Cause {
        FUNCTION,
        LOOKUP,
        METADATA,
        UNKNOWN
    }
}
