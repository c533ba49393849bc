package io.elt.plan.operator;

import java.util.Locale;

/** Which changes an operator passes on, or a job writes into a table. */
public enum ChangelogKind {
    /** New rows only. */
    APPEND,
    /** New values of rows, told apart by a key, without the old values. */
    UPSERT,
    /** Old values are taken back before new ones come. */
    RETRACT;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
