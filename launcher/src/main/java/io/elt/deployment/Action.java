package io.elt.deployment;

import java.util.Locale;

/** What was done with a job. */
public enum Action {
    /** It was submitted, with or without state. */
    START,
    /** It was stopped with a savepoint and submitted again with other statements or settings. */
    UPGRADE,
    /** It was stopped with a savepoint and submitted again as it was, such as for new secrets. */
    RESTART,
    /** It was submitted without the state that there was. */
    FRESH,
    /** It was stopped with a savepoint. */
    STOP,
    /** It went back to an earlier deployment. */
    ROLLBACK;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
