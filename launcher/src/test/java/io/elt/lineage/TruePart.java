package io.elt.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A part of a made-up query, and what is true of its columns because it was made that way.
 *
 * @param from what may stand behind FROM
 * @param rows what decides about its rows
 */
record TruePart(String from, List<TrueColumn> columns, Map<String, Set<String>> rows) {
    private static final List<String> DIRECT = List.of("identity", "transformation", "aggregation");

    /**
     * @param isText else a number
     * @param mayBeNull whether the planner takes it for one that can be NULL
     * @param from the columns that it depends on, and how
     */
    record TrueColumn(String name, boolean isText, boolean mayBeNull, Map<String, Set<String>> from) {
        boolean isConstant() {
            return from.isEmpty();
        }
    }

    static String through(String inner, String outer) {
        if (DIRECT.contains(outer)) {
            return DIRECT.contains(inner) && DIRECT.indexOf(inner) < DIRECT.indexOf(outer) ? outer : inner;
        }
        return DIRECT.contains(inner) || inner.equals("conditional") ? outer : inner;
    }

    static Map<String, Set<String>> through(Map<String, Set<String>> from, String outer) {
        Map<String, Set<String>> seen = new TreeMap<>();
        from.forEach((column, kinds) -> kinds.forEach(
                kind -> seen.computeIfAbsent(column, first -> new TreeSet<>()).add(through(kind, outer))));
        return seen;
    }

    static Map<String, Set<String>> all(Collection<Map<String, Set<String>>> parts) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Map<String, Set<String>> part : parts) {
            part.forEach((column, kinds) ->
                    all.computeIfAbsent(column, first -> new TreeSet<>()).addAll(kinds));
        }
        return all;
    }

    /** The rows, decided by more. */
    Map<String, Set<String>> rowsAnd(List<TrueColumn> deciding, String how) {
        List<Map<String, Set<String>>> parts = new ArrayList<>(List.of(rows));
        deciding.forEach(column -> parts.add(through(column.from(), how)));
        return all(parts);
    }
}
