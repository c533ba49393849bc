package io.elt.plan;

import io.elt.plan.operator.JobOperators;

import java.util.Optional;

/**
 * What planning one job gave.
 *
 * @param job empty if its files write nothing
 * @param operators empty if it was not taken through the optimiser, or not well
 */
record PlannedJob(Optional<Job> job, Optional<JobOperators> operators, PlanningProblems problems) {}
