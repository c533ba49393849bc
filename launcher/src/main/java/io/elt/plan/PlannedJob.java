package io.elt.plan;

import io.elt.plan.column.InsertFlow;
import io.elt.plan.operator.JobOperators;

import java.util.List;
import java.util.Optional;

/**
 * What planning one job gave.
 *
 * @param job empty if its files write nothing
 * @param operators empty if it was not taken through the optimiser, or not well
 * @param flows empty if its columns were not followed
 */
record PlannedJob(
        Optional<Job> job, Optional<JobOperators> operators, List<InsertFlow> flows, PlanningProblems problems) {}
