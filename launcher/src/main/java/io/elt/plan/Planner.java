package io.elt.plan;

import io.elt.diagnostic.EltException;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.OperatorReader;
import io.elt.script.Setting;
import io.elt.script.Statement;
import org.apache.calcite.rel.RelNode;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the {@link Plan} of a project out of its files. */
public final class Planner {
    private final PlanningCatalogs catalogs;
    private final PlanningProblems problems;
    private final Map<TableName, Table> tables = new TreeMap<>();
    private final Map<String, Statement> created = new LinkedHashMap<>();
    private final Map<String, JobOperators> operators = new HashMap<>();

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

    private enum Depth {
        VALIDATED,
        OPTIMISED
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
        byJob(input.scripts())
                .forEach((name, scripts) -> job(name, scripts, depth).ifPresent(jobs::add));
        return new Plan(ordered(jobs), created, catalogs.lakes(), tables);
    }

    private void createCatalogs(List<Statement> statements) {
        PlanningSession session = new PlanningSession(catalogs.newEnvironment());
        for (Statement statement : statements) {
            problems.attempt(statement, session, () -> {
                if (session.parse(statement) instanceof CreateCatalogOperation operation) {
                    catalogs.create(operation);
                    created.put(operation.getCatalogName(), statement);
                    return;
                }
                throw PlanningErrors.notACatalog(statement).toException();
            });
        }
    }

    private static Map<String, List<ScriptFile>> byJob(List<ScriptFile> scripts) {
        Map<String, List<ScriptFile>> jobs = new LinkedHashMap<>();
        scripts.forEach(script ->
                jobs.computeIfAbsent(script.job(), name -> new ArrayList<>()).add(script));
        return jobs;
    }

    private Optional<Job> job(String name, List<ScriptFile> scripts, Depth depth) {
        PlanningSession session = new PlanningSession(catalogs.newEnvironment());
        List<Statement> statements = new ArrayList<>();
        boolean sound = true;
        for (ScriptFile script : scripts) {
            script.settings().forEach(session::set);
            for (Statement statement : script.statements()) {
                sound &= problems.attempt(statement, session, () -> take(statement, session, statements));
            }
        }
        if (!session.hasInserts()) {
            return Optional.empty();
        }
        if (sound && depth == Depth.OPTIMISED) {
            optimise(session)
                    .map(optimised -> operators(name, session, optimised, statements))
                    .ifPresent(read -> operators.put(name, read));
        }
        return Optional.of(
                session.toJob(name, scripts.stream().map(ScriptFile::path).toList(), statements));
    }

    private static void take(Statement statement, PlanningSession session, List<Statement> statements) {
        switch (statement.kind()) {
            case SET -> set(statement, session);
            case BEGIN_STATEMENT_SET, END -> {}
            case INSERT -> {
                session.insert(statement);
                statements.add(statement);
            }
            default -> {
                if (!TableDefinitions.isDefinition(statement)) {
                    session.execute(statement);
                }
                statements.add(statement);
            }
        }
    }

    private static void set(Statement statement, PlanningSession session) {
        Setting setting = statement.setting().orElseThrow();
        String key = setting.key()
                .orElseThrow(() -> PlanningErrors.emptySet(statement).toException());
        String value = setting.value()
                .orElseThrow(() -> PlanningErrors.emptySet(statement).toException());
        session.set(key, value);
    }

    /** All INSERTs at once, as they run; if that fails, one by one, to know which of them it is. */
    private Optional<List<RelNode>> optimise(PlanningSession session) {
        List<Statement> inserts = session.inserts();
        Statement last = inserts.get(inserts.size() - 1);
        List<RelNode> optimised = new ArrayList<>();
        List<PlanningProblem> together =
                PlanningErrors.of(last, session, () -> optimised.addAll(session.optimise(inserts)));
        if (together.isEmpty()) {
            return Optional.of(optimised);
        }
        boolean sound = true;
        for (Statement insert : inserts) {
            sound &= problems.attempt(insert, session, () -> session.optimise(List.of(insert)));
        }
        if (sound) {
            problems.addAll(last, together);
        }
        return Optional.empty();
    }

    private static JobOperators operators(
            String job, PlanningSession session, List<RelNode> optimised, List<Statement> statements) {
        List<Integer> positions =
                session.inserts().stream().map(statements::indexOf).toList();
        return OperatorReader.read(job, optimised, positions);
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
