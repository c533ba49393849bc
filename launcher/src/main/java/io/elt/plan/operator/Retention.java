package io.elt.plan.operator;

/** What ends the life of state. */
public enum Retention {
    /** Nothing. */
    FOR_EVER,
    /** It goes when it was not written for so long. */
    TTL,
    /** It goes when time has passed the window or the interval that it belongs to. */
    TIME
}
