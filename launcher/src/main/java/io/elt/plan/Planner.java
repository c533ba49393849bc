package io.elt.plan;

import io.elt.diagnostic.EltException;
import io.elt.plan.JobPlanner.Depth;
import io.elt.plan.column.InsertFlow;
import io.elt.plan.operator.JobOperators;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the {@link Plan} of a project out of its files. */
public final class Planner {
    private final PlanningCatalogs catalogs;
    private final PlanningProblems problems;
    private final Map<TableName, Table> tables = new TreeMap<>();
    private final Map<String, Statement> created = new LinkedHashMap<>();
    private final Map<String, JobOperators> operators = new HashMap<>();
    private final List<InsertFlow> flows = new ArrayList<>();

    private Planner(PlanningInput input) {
        this.catalogs = new PlanningCatalogs(input);
        this.problems = new PlanningProblems(input.unread());
    }

    /**
     * Finds the jobs and what they read and write. Every statement is parsed and validated, none is optimised: that is
     * what it takes to know the graph.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Plan plan(PlanningInput input) {
        Planner planner = new Planner(input);
        Plan plan = planner.plan(input, Depth.VALIDATED);
        if (!planner.problems.isEmpty()) {
            throw new EltException(planner.problems.told(), null);
        }
        return plan;
    }

    /**
     * As {@link #plan}, and follows the columns of every INSERT.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Traced trace(PlanningInput input) {
        Planner planner = new Planner(input);
        Plan plan = planner.plan(input, Depth.TRACED);
        if (!planner.problems.isEmpty()) {
            throw new EltException(planner.problems.told(), null);
        }
        return new Traced(plan, planner.flows);
    }

    /** As {@link #plan}, and takes every INSERT through the whole optimiser. */
    public static Checked check(PlanningInput input) {
        Planner planner = new Planner(input);
        Plan plan = planner.plan(input, Depth.OPTIMISED);
        List<JobOperators> operators = plan.jobs().stream()
                .map(job -> planner.operators.get(job.name()))
                .filter(Objects::nonNull)
                .toList();
        return new Checked(plan, planner.problems.told(), operators);
    }

    private Plan plan(PlanningInput input, Depth depth) {
        createCatalogs(input.catalogs());
        if (!problems.isEmpty()) {
            // Without its catalogs not one statement can be understood.
            return new Plan(List.of(), created, catalogs.lakes(), tables);
        }
        TableDefinitions definitions = new TableDefinitions(catalogs, problems);
        input.scripts().forEach(definitions::define);
        tables.putAll(definitions.found());
        List<Job> jobs = new ArrayList<>();
        for (PlannedJob planned : plan(byJob(input.scripts()), depth)) {
            problems.addAll(planned.problems());
            planned.job().ifPresent(jobs::add);
            flows.addAll(planned.flows());
            planned.operators().ifPresent(read -> operators.put(read.job(), read));
        }
        return new Plan(ordered(jobs), created, catalogs.lakes(), tables);
    }

    private List<PlannedJob> plan(Map<String, List<ScriptFile>> jobs, Depth depth) {
        Function<Map.Entry<String, List<ScriptFile>>, PlannedJob> work =
                job -> JobPlanner.plan(job.getKey(), job.getValue(), catalogs, depth);
        List<Map.Entry<String, List<ScriptFile>>> all = List.copyOf(jobs.entrySet());
        boolean independent = jobs.values().stream().flatMap(List::stream).allMatch(ScriptFile::isIndependent);
        return independent ? Workers.map(all, work) : all.stream().map(work).toList();
    }

    private void createCatalogs(List<Statement> statements) {
        PlanningSession session = new PlanningSession(catalogs.newEnvironment());
        for (Statement statement : statements) {
            problems.attempt(statement, session, () -> createCatalog(statement, session));
        }
    }

    private void createCatalog(Statement statement, PlanningSession session) {
        if (statement.kind() != StatementKind.CREATE_CATALOG
                || !(session.parse(statement) instanceof CreateCatalogOperation operation)) {
            throw PlanningErrors.notACatalog(statement).toException();
        }
        String name = operation.getCatalogName();
        if (name.equals(PlanningCatalogs.DEFAULT)) {
            throw PlanningErrors.reservedCatalog(statement, name).toException();
        }
        if (created.containsKey(name)) {
            throw PlanningErrors.catalogTwice(created.get(name), statement, name)
                    .toException();
        }
        StatementScope.requireFolderName(statement, name);
        catalogs.create(operation);
        created.put(name, statement);
    }

    private static Map<String, List<ScriptFile>> byJob(List<ScriptFile> scripts) {
        Map<String, List<ScriptFile>> jobs = new LinkedHashMap<>();
        scripts.forEach(script ->
                jobs.computeIfAbsent(script.job(), name -> new ArrayList<>()).add(script));
        return jobs;
    }

    private List<Job> ordered(List<Job> jobs) {
        try {
            return JobOrder.of(jobs);
        } catch (JobOrder.Cycle cycle) {
            problems.add(PlanningErrors.cycle(cycle.jobs()));
            return jobs;
        }
    }
}
