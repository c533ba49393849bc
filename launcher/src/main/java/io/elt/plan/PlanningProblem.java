package io.elt.plan;

import io.elt.diagnostic.Diagnostic;

import java.util.Optional;

/**
 * What is wrong with a statement.
 *
 * @param missing the last part of the name of a table or function that was not found
 */
public record PlanningProblem(Diagnostic diagnostic, Optional<String> missing) {
    static PlanningProblem of(Diagnostic diagnostic) {
        return new PlanningProblem(diagnostic, Optional.empty());
    }

    static PlanningProblem missing(String name, Diagnostic diagnostic) {
        return new PlanningProblem(diagnostic, Optional.of(name));
    }
}
