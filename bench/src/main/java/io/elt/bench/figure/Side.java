package io.elt.bench.figure;

import java.util.Locale;

/** What is compared. */
public enum Side {
    /** {@code elt run}, as a user starts it. */
    ELT,
    /** The same statements, given to Flink's TableEnvironment by a program of a page. */
    BARE;

    /** As it is written in options, folders and results. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
