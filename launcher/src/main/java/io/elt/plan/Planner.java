package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Problems;
import io.elt.script.Setting;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the {@link Plan} of a project out of its files. */
public final class Planner {
    private final PlanningCatalogs catalogs;
    private final Problems problems = new Problems();
    private final Map<TableName, Table> tables = new TreeMap<>();
    private final Map<String, Statement> created = new LinkedHashMap<>();

    private Planner(PlanningCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Finds the jobs and what they read and write. Every statement is parsed and validated, none is optimised: that is
     * what it takes to know the graph.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Plan plan(PlanningInput input) {
        return new Planner(new PlanningCatalogs(input.scratch(), input.served())).plan(input, Depth.VALIDATED);
    }

    /**
     * As {@link #plan}, and takes every INSERT through the whole optimiser.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Plan check(PlanningInput input) {
        return new Planner(new PlanningCatalogs(input.scratch(), input.served())).plan(input, Depth.OPTIMISED);
    }

    private enum Depth {
        VALIDATED,
        OPTIMISED
    }

    private Plan plan(PlanningInput input, Depth depth) {
        createCatalogs(input.catalogs());
        problems.throwIfErrors();
        TableDefinitions definitions = new TableDefinitions(catalogs, problems);
        input.scripts().forEach(definitions::define);
        tables.putAll(definitions.found());
        List<Job> jobs = new ArrayList<>();
        byJob(input.scripts())
                .forEach((name, scripts) -> job(name, scripts, depth).ifPresent(jobs::add));
        problems.throwIfErrors();
        return new Plan(ordered(jobs), created, catalogs.lakes(), tables);
    }

    private void createCatalogs(List<Statement> statements) {
        PlanningSession session = new PlanningSession(catalogs.newEnvironment());
        for (Statement statement : statements) {
            attempt(statement, () -> {
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
                sound &= attempt(statement, () -> take(statement, session, statements));
            }
        }
        if (!session.hasInserts()) {
            return Optional.empty();
        }
        if (sound && depth == Depth.OPTIMISED) {
            attempt(lastInsert(statements), session::optimise);
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

    private static Statement lastInsert(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.kind() == StatementKind.INSERT)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private List<Job> ordered(List<Job> jobs) {
        try {
            return JobOrder.of(jobs);
        } catch (JobOrder.Cycle cycle) {
            throw PlanningErrors.cycle(cycle.jobs()).toException();
        }
    }

    private boolean attempt(Statement statement, Runnable step) {
        List<Diagnostic> found = PlanningErrors.of(statement, step);
        problems.addAll(found);
        return found.isEmpty();
    }
}
