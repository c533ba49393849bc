package io.elt.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kind of cluster that a target runs its jobs on. */
public enum RunOn {
    EMBEDDED,
    SESSION,
    YARN,
    KUBERNETES;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RunOn> parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(RunOn::text).toList();
    }
}
