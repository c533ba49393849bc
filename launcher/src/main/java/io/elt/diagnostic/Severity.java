package io.elt.diagnostic;

import java.util.Locale;

/** Whether a finding stops the work. */
public enum Severity {
    ERROR,
    WARNING;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
