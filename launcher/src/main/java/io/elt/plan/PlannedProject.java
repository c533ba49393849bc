package io.elt.plan;

import io.elt.plan.column.InsertFlow;
import io.elt.plan.operator.JobOperators;
import io.elt.script.Statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What planning a project gave.
 *
 * @param plan all of it if there are no problems, else what could be planned
 * @param operators in the order of the plan's jobs
 * @param flows in the order of the files
 */
record PlannedProject(Plan plan, List<JobOperators> operators, List<InsertFlow> flows, PlanningProblems problems) {
    /** Puts the jobs in order; that there is none is one more problem. */
    static PlannedProject of(
            List<PlannedJob> planned,
            Map<String, Statement> catalogs,
            Map<String, Map<String, String>> lakes,
            Map<TableName, Table> tables,
            PlanningProblems problems) {
        List<Job> jobs = new ArrayList<>();
        List<InsertFlow> flows = new ArrayList<>();
        Map<String, JobOperators> operators = new HashMap<>();
        for (PlannedJob each : planned) {
            problems.addAll(each.problems());
            each.job().ifPresent(jobs::add);
            flows.addAll(each.flows());
            each.operators().ifPresent(read -> operators.put(read.job(), read));
        }
        List<Job> ordered = ordered(jobs, problems);
        return new PlannedProject(
                new Plan(ordered, catalogs, lakes, tables),
                ordered.stream()
                        .map(job -> operators.get(job.name()))
                        .filter(Objects::nonNull)
                        .toList(),
                flows,
                problems);
    }

    /** Nothing but what is wrong. */
    static PlannedProject failed(
            Map<String, Statement> created, Map<String, Map<String, String>> lakes, PlanningProblems problems) {
        return new PlannedProject(new Plan(List.of(), created, lakes, Map.of()), List.of(), List.of(), problems);
    }

    Checked checked() {
        return new Checked(plan, problems.told(), operators);
    }

    private static List<Job> ordered(List<Job> jobs, PlanningProblems problems) {
        try {
            return JobOrder.of(jobs);
        } catch (JobOrder.Cycle cycle) {
            problems.add(PlanningErrors.cycle(cycle.jobs()));
            return jobs;
        }
    }
}
