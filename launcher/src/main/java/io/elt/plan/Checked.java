package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.plan.operator.JobOperators;

import java.util.List;

/**
 * What a check found.
 *
 * @param plan all of it if there are no problems, else what could be planned
 * @param operators the data flow of each job that the optimiser took, in the order of the plan's jobs
 */
public record Checked(Plan plan, List<Diagnostic> problems, List<JobOperators> operators) {
    public Checked {
        problems = List.copyOf(problems);
        operators = List.copyOf(operators);
    }
}
