package io.elt.plan.operator;

/** By which clock an operator works. */
public enum TimeKind {
    /** None: it looks at values only. */
    NONE,
    /** That of the machine: the result depends on when the rows arrive. */
    PROCESSING,
    /** That in the rows, as far as watermarks say. */
    EVENT
}
