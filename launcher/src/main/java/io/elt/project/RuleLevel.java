package io.elt.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a rule of {@code elt check} matters to a project. */
public enum RuleLevel {
    OFF,
    WARNING,
    ERROR;

    static Optional<RuleLevel> parse(String text) {
        return Arrays.stream(values())
                .filter(level -> level.text().equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(RuleLevel::text).toList();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
