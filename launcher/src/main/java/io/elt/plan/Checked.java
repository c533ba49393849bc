package io.elt.plan;

import io.elt.diagnostic.Diagnostic;

import java.util.List;

/**
 * What a check found.
 *
 * @param plan all of it if there are no problems, else what could be planned
 */
public record Checked(Plan plan, List<Diagnostic> problems) {
    public Checked {
        problems = List.copyOf(problems);
    }
}
