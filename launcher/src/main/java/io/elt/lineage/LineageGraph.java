package io.elt.lineage;

import io.elt.plan.column.Influence;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All datasets of a project and all steps between their columns. */
public final class LineageGraph {
    private final SortedMap<Dataset, List<String>> datasets;
    private final Set<Dataset> written;
    private final Map<ColumnRef, SortedSet<Step>> into = new HashMap<>();
    private final Map<ColumnRef, SortedSet<Step>> outOf = new HashMap<>();

    /**
     * @param datasets each with all its columns
     * @param written those that something in the project fills, be it with constants only
     */
    public LineageGraph(Map<Dataset, List<String>> datasets, Set<Dataset> written, Collection<Step> steps) {
        this.datasets = new TreeMap<>(datasets);
        this.written = Set.copyOf(written);
        for (Step step : steps) {
            into.computeIfAbsent(step.to(), first -> new TreeSet<>()).add(step);
            outOf.computeIfAbsent(step.from(), first -> new TreeSet<>()).add(step);
        }
    }

    public Set<Dataset> datasets() {
        return datasets.keySet();
    }

    public List<String> columns(Dataset dataset) {
        return datasets.getOrDefault(dataset, List.of());
    }

    /** What a column depends on directly: its own steps, and those that decide about the rows of its dataset. */
    public List<Step> into(ColumnRef column) {
        SortedSet<Step> steps = new TreeSet<>(into.getOrDefault(column, new TreeSet<>()));
        steps.addAll(into.getOrDefault(ColumnRef.rows(column.dataset()), new TreeSet<>()));
        return List.copyOf(steps);
    }

    public List<Step> outOf(ColumnRef column) {
        return List.copyOf(outOf.getOrDefault(column, new TreeSet<>()));
    }

    /**
     * All steps above a column: values are followed to the end; what decides about them is named where it does, and not
     * followed, for it would soon be everything.
     */
    public SortedSet<Step> up(ColumnRef column) {
        SortedSet<Step> found = new TreeSet<>();
        walk(column, place -> {
            found.addAll(into(place));
            return into(place).stream()
                    .filter(step -> step.influence().isDirect())
                    .map(Step::from)
                    .toList();
        });
        return found;
    }

    /** All steps below a column, as {@link #up}. */
    public SortedSet<Step> down(ColumnRef column) {
        SortedSet<Step> found = new TreeSet<>();
        walk(column, place -> {
            found.addAll(outOf(place));
            return outOf(place).stream()
                    .filter(step -> step.influence().isDirect())
                    .map(Step::to)
                    .toList();
        });
        return found;
    }

    /**
     * What a column depends on in the end, through whatever: columns that nothing in the project writes, each with all the ways
     * in which it does.
     */
    public SortedMap<ColumnRef, Set<Influence>> origins(ColumnRef column) {
        return new Origins().of(column);
    }

    private static void walk(ColumnRef start, Neighbours neighbours) {
        Set<ColumnRef> seen = new LinkedHashSet<>();
        Deque<ColumnRef> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            ColumnRef place = open.pop();
            if (seen.add(place)) {
                open.addAll(neighbours.of(place));
            }
        }
    }

    private interface Neighbours {
        List<ColumnRef> of(ColumnRef place);
    }

    /**
     * Seen from the start, each column is reached in one of few ways, so it is enough to visit each column once for each way:
     * that ends also where jobs write what they read.
     */
    private final class Origins {
        private final SortedMap<ColumnRef, Set<Influence>> found = new TreeMap<>();
        private final Map<ColumnRef, Set<Influence>> seen = new HashMap<>();
        private final Deque<Map.Entry<ColumnRef, Influence>> open = new ArrayDeque<>();

        SortedMap<ColumnRef, Set<Influence>> of(ColumnRef start) {
            open.add(Map.entry(start, Influence.IDENTITY));
            while (!open.isEmpty()) {
                Map.Entry<ColumnRef, Influence> next = open.pop();
                visit(next.getKey(), next.getValue());
            }
            found.remove(start);
            return found;
        }

        private void visit(ColumnRef place, Influence outer) {
            if (!seen.computeIfAbsent(place, first -> EnumSet.noneOf(Influence.class))
                    .add(outer)) {
                return;
            }
            List<Step> steps = into(place);
            if (!written.contains(place.dataset())) {
                found.computeIfAbsent(place, first -> EnumSet.noneOf(Influence.class))
                        .add(outer);
            }
            steps.forEach(
                    step -> open.add(Map.entry(step.from(), step.influence().through(outer))));
        }
    }
}
