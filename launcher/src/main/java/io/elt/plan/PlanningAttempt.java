package io.elt.plan;

import io.elt.diagnostic.EltException;
import io.elt.plan.JobPlanner.Depth;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes the files of a project through Flink's planner, in a lake of its own. */
final class PlanningAttempt {
    private final PlanningInput input;
    private final Depth depth;
    private final Map<String, List<ScriptFile>> jobs;
    private final PlanningCatalogs catalogs;
    private final PlanningProblems problems;
    private final DefinedTables tables = new DefinedTables();
    private final Map<String, Statement> created = new LinkedHashMap<>();

    /**
     * @param lakes a folder that may be filled
     */
    PlanningAttempt(PlanningInput input, Depth depth, Path lakes) {
        this.input = input;
        this.depth = depth;
        this.jobs = ScriptFile.byJob(input.scripts());
        this.catalogs = new PlanningCatalogs(input, lakes);
        this.problems = new PlanningProblems(input.unread());
    }

    /** All of it; jobs that are known already are taken as they are. */
    PlannedProject all(Optional<KnownPlan> known) {
        createCatalogs(input.catalogs());
        if (!problems.isEmpty()) {
            // Without its catalogs not one statement can be understood.
            return PlannedProject.failed(created, catalogs.lakes(), problems);
        }
        TableDefinitions definitions = known.isPresent()
                ? TableDefinitions.together(catalogs, problems, tables)
                : TableDefinitions.apart(catalogs, problems, tables);
        for (ScriptFile script : input.scripts()) {
            define(script, definitions, known);
        }
        return planned(known);
    }

    /** Only what is not known, with no more tables than that mentions. Whatever goes wrong then may be because of that. */
    PlannedProject unknown(KnownPlan known) {
        createCatalogs(input.catalogs());
        TableDefinitions definitions = TableDefinitions.together(catalogs, problems, tables);
        List<ScriptFile> needing = jobs.entrySet().stream()
                .filter(job -> known.job(job.getKey()).isEmpty())
                .flatMap(job -> job.getValue().stream())
                .toList();
        KnownPlan.Needed needed = known.neededBy(needing);
        for (ScriptFile script : input.scripts()) {
            if (known.definitionsAreKnown(script)) {
                learn(script, known);
                definitions.create(needed.definitionsOf(script));
            } else {
                define(script, definitions, Optional.of(known));
            }
        }
        return problems.isEmpty()
                ? planned(Optional.of(known))
                : PlannedProject.failed(created, catalogs.lakes(), problems);
    }

    private void learn(ScriptFile script, KnownPlan known) {
        try {
            known.addTo(tables, script);
        } catch (EltException e) {
            e.diagnostics().forEach(problems::add);
        }
    }

    private void define(ScriptFile script, TableDefinitions definitions, Optional<KnownPlan> known) {
        Optional<List<Table>> defined = definitions.define(script);
        known.ifPresent(keeping -> defined.ifPresent(found -> keeping.keep(script, found)));
    }

    private PlannedProject planned(Optional<KnownPlan> known) {
        return PlannedProject.of(plan(known), created, catalogs.lakes(), tables.byName(), problems);
    }

    private List<PlannedJob> plan(Optional<KnownPlan> known) {
        Map<String, PlannedJob> planned = new HashMap<>();
        List<String> wanted = new ArrayList<>();
        for (String name : jobs.keySet()) {
            known.flatMap(plan -> plan.job(name))
                    .ifPresentOrElse(job -> planned.put(name, job), () -> wanted.add(name));
        }
        Function<String, PlannedJob> work = name -> JobPlanner.plan(name, jobs.get(name), catalogs, depth);
        boolean independent = input.scripts().stream().allMatch(ScriptFile::isIndependent);
        List<PlannedJob> found = independent
                ? Workers.map(wanted, work)
                : wanted.stream().map(work).toList();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            PlannedJob job = found.get(i);
            planned.put(name, job);
            known.ifPresent(keeping -> keeping.keep(name, jobs.get(name), job, depth));
        }
        return jobs.keySet().stream().map(planned::get).toList();
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
}
