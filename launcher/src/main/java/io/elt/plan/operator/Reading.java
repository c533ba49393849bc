package io.elt.plan.operator;

import java.util.Locale;

/** How a job takes a table in. */
public enum Reading {
    APPEND,
    UPSERT,
    RETRACT,
    /** Row by row, when it needs one: changes of the table change nothing. */
    LOOKUP;

    static Reading of(ChangelogKind kind) {
        return switch (kind) {
            case APPEND -> APPEND;
            case UPSERT -> UPSERT;
            case RETRACT -> RETRACT;
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
