package io.elt.plan;

import io.elt.diagnostic.EltException;
import io.elt.plan.JobPlanner.Depth;
import io.elt.plan.cache.DefinitionsEntry;
import io.elt.plan.cache.JobEntry;
import io.elt.plan.cache.PlanMemory;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an earlier run has found of a project's files as they are now. */
final class KnownPlan {
    private final PlanMemory memory;
    private final Map<String, PlannedJob> jobs = new HashMap<>();
    private final Map<String, List<Table>> definitions = new HashMap<>();

    private KnownPlan(PlanMemory memory) {
        this.memory = memory;
    }

    static KnownPlan of(PlanMemory memory, Map<String, List<ScriptFile>> jobs, Depth depth) {
        KnownPlan known = new KnownPlan(memory);
        jobs.forEach((name, scripts) -> known.lookUp(name, scripts, depth));
        jobs.values().forEach(scripts -> scripts.forEach(known::lookUp));
        return known;
    }

    Optional<PlannedJob> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    boolean definitionsAreKnown(ScriptFile script) {
        return definitions.containsKey(script.path());
    }

    /**
     * Adds the tables that a file is known to define.
     *
     * @throws EltException if another file defines one otherwise
     */
    void addTo(DefinedTables tables, ScriptFile script) {
        List<Table> known = definitions.get(script.path());
        List<Statement> statements = tableDefinitions(script);
        for (int i = 0; i < known.size(); i++) {
            tables.add(known.get(i), statements.get(i));
        }
    }

    /** The definitions that these files need. */
    Needed neededBy(List<ScriptFile> scripts) {
        return new Needed(memory, memory.definers(scripts), new HashSet<>());
    }

    /**
     * Definitions that have to be there for some jobs.
     *
     * @param definers the files whose tables these jobs mention
     * @param done texts that need not be executed again
     */
    record Needed(PlanMemory memory, Set<String> definers, Set<String> done) {
        /** All databases of a file, and its tables if they are needed. */
        List<Statement> definitionsOf(ScriptFile script) {
            return memory.definitionsOf(script).stream()
                    .filter(statement ->
                            statement.kind() == StatementKind.CREATE_DATABASE || definers.contains(script.path()))
                    .filter(statement -> done.add(statement.executableText()))
                    .toList();
        }
    }

    void keep(String name, List<ScriptFile> scripts, PlannedJob planned, Depth depth) {
        boolean whole = planned.job().isEmpty()
                || depth == Depth.VALIDATED
                || planned.operators().isPresent();
        if (whole && planned.problems().isEmpty()) {
            memory.keep(name, scripts, depth.name(), entry(planned));
        }
    }

    void keep(ScriptFile script, List<Table> tables) {
        if (!definitionsAreKnown(script)) {
            memory.keep(script, new DefinitionsEntry(tables));
        }
    }

    private void lookUp(String name, List<ScriptFile> scripts, Depth depth) {
        Optional<JobEntry> optimised = memory.job(name, scripts, Depth.OPTIMISED.name());
        Optional<JobEntry> entry = depth == Depth.VALIDATED
                ? optimised.or(() -> memory.job(name, scripts, Depth.VALIDATED.name()))
                : optimised;
        entry.ifPresent(found -> jobs.put(name, planned(name, scripts, found, depth)));
    }

    private void lookUp(ScriptFile script) {
        int expected = tableDefinitions(script).size();
        if (memory.definitionsOf(script).isEmpty()) {
            definitions.put(script.path(), List.of());
            return;
        }
        memory.definitions(script)
                .map(DefinitionsEntry::tables)
                .filter(tables -> tables.size() == expected)
                .ifPresent(tables -> definitions.put(script.path(), tables));
    }

    private static List<Statement> tableDefinitions(ScriptFile script) {
        return script.statements().stream()
                .filter(statement -> statement.kind() == StatementKind.CREATE_TABLE)
                .toList();
    }

    private static JobEntry entry(PlannedJob planned) {
        return new JobEntry(
                planned.job()
                        .map(job -> new JobEntry.Graph(
                                job.settings(), List.copyOf(job.reads()), List.copyOf(job.writes()), job.inputs())),
                planned.operators());
    }

    private static PlannedJob planned(String name, List<ScriptFile> scripts, JobEntry entry, Depth depth) {
        List<String> files = scripts.stream().map(ScriptFile::path).toList();
        Optional<Job> job = entry.graph()
                .map(graph -> new Job(
                        name,
                        files,
                        graph.settings(),
                        JobPlanner.statementsOf(scripts),
                        new TreeSet<>(graph.reads()),
                        new TreeSet<>(graph.writes()),
                        graph.inputs()));
        return new PlannedJob(
                job,
                depth == Depth.OPTIMISED ? entry.operators() : Optional.empty(),
                List.of(),
                new PlanningProblems(List.of()));
    }
}
