package io.elt.plan;

import io.elt.diagnostic.EltException;
import io.elt.plan.JobPlanner.Depth;
import io.elt.plan.cache.PlanCache;
import io.elt.plan.cache.PlanMemory;
import io.elt.script.Statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the {@link Plan} of a project out of its files. */
public final class Planner {
    private final PlanningInput input;
    private final Depth depth;

    private Planner(PlanningInput input, Depth depth) {
        this.input = input;
        this.depth = depth;
    }

    /** As {@link #plan(PlanningInput, PlanCache)}, without remembering anything. */
    public static Plan plan(PlanningInput input) {
        return plan(input, PlanCache.none());
    }

    /**
     * Finds the jobs and what they read and write. Every statement is parsed and validated, none is optimised: that is
     * what it takes to know the graph.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Plan plan(PlanningInput input, PlanCache cache) {
        PlannedProject planned = new Planner(input, Depth.VALIDATED).planned(cache);
        if (!planned.problems().isEmpty()) {
            throw new EltException(planned.problems().told(), null);
        }
        return planned.plan();
    }

    /**
     * As {@link #plan}, and follows the columns of every INSERT. Nothing of that is remembered.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Traced trace(PlanningInput input) {
        PlannedProject planned = new Planner(input, Depth.TRACED).planned(PlanCache.none());
        if (!planned.problems().isEmpty()) {
            throw new EltException(planned.problems().told(), null);
        }
        return new Traced(planned.plan(), planned.flows());
    }

    /** As {@link #check(PlanningInput, PlanCache)}, without remembering anything. */
    public static Checked check(PlanningInput input) {
        return check(input, PlanCache.none());
    }

    /** As {@link #plan}, and takes every INSERT through the whole optimiser. */
    public static Checked check(PlanningInput input, PlanCache cache) {
        return new Planner(input, Depth.OPTIMISED).planned(cache).checked();
    }

    private PlannedProject planned(PlanCache cache) {
        Optional<PlanMemory> opened = cache.open(input);
        if (opened.isEmpty()) {
            return new PlanningAttempt(input, depth, input.scratch()).all(Optional.empty());
        }
        try (PlanMemory memory = opened.get()) {
            return planned(memory);
        }
    }

    /**
     * From what is known as far as that goes. When anything is wrong, it is looked at again among all tables of the project: what
     * was meant is looked up in their names.
     */
    private PlannedProject planned(PlanMemory memory) {
        Map<String, List<ScriptFile>> jobs = ScriptFile.byJob(input.scripts());
        KnownPlan known = KnownPlan.of(memory, jobs, depth);
        Optional<PlannedProject> complete = complete(memory, jobs, known);
        if (complete.isPresent()) {
            return complete.get();
        }
        boolean knowsAny =
                jobs.keySet().stream().anyMatch(name -> known.job(name).isPresent());
        if (knowsAny) {
            PlannedProject quick =
                    new PlanningAttempt(input, depth, input.scratch().resolve("some")).unknown(known);
            if (quick.problems().isEmpty()) {
                return quick;
            }
        }
        return new PlanningAttempt(input, depth, input.scratch().resolve("all")).all(Optional.of(known));
    }

    /** Without Flink's planner; empty if something is not known, or tables do not fit together. */
    private Optional<PlannedProject> complete(PlanMemory memory, Map<String, List<ScriptFile>> jobs, KnownPlan known) {
        boolean whole = !jobs.isEmpty()
                && jobs.keySet().stream().allMatch(name -> known.job(name).isPresent())
                && input.scripts().stream().allMatch(known::definitionsAreKnown);
        if (!whole) {
            return Optional.empty();
        }
        DefinedTables tables = new DefinedTables();
        try {
            input.scripts().forEach(script -> known.addTo(tables, script));
        } catch (EltException e) {
            return Optional.empty();
        }
        Map<String, Statement> catalogs = new LinkedHashMap<>();
        List<String> names = memory.catalogs();
        for (int i = 0; i < names.size(); i++) {
            catalogs.put(names.get(i), input.catalogs().get(i));
        }
        return Optional.of(PlannedProject.of(
                jobs.keySet().stream()
                        .map(name -> known.job(name).orElseThrow())
                        .toList(),
                catalogs,
                memory.lakes(),
                tables.byName(),
                new PlanningProblems(input.unread())));
    }
}
