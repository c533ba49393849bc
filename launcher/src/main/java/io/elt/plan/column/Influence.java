package io.elt.plan.column;

import java.util.Locale;

/**
 * How one column depends on another; the words are OpenLineage's. A direct one gives its value, an indirect one decides whether
 * and with which others it is there.
 */
public enum Influence {
    /** The value itself; a cast within a family of types does not change that. */
    IDENTITY,
    /** Something computed from it, row by row. */
    TRANSFORMATION,
    /** Something computed from its values in several rows. */
    AGGREGATION,
    /** It decides which of several values is taken, as in CASE. */
    CONDITIONAL,
    FILTER,
    JOIN,
    GROUP_BY,
    SORT,
    /** It decides which rows a window holds, or in which order. */
    WINDOW;

    public boolean isDirect() {
        return compareTo(AGGREGATION) <= 0;
    }

    /** What it is, seen through one more step. */
    public Influence through(Influence outer) {
        if (outer.isDirect()) {
            return compareTo(outer) > 0 ? this : outer;
        }
        // A condition on a value is one on what chose the value; what decided about rows before has done so.
        return isDirect() || this == CONDITIONAL ? outer : this;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
