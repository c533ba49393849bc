package io.elt.plan.operator;

/** What a lookup join keeps of its table. */
public enum LookupCache {
    /** Nothing: every row asks the table. */
    NONE,
    /** What was asked for. */
    PARTIAL,
    /** The whole table. */
    FULL
}
