package io.elt.plan.column;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Columns that something depends on, each with all the ways in which it does. */
public record Influences(SortedMap<ColumnName, Set<Influence>> byColumn) {
    private static final Influences NONE = new Influences(new TreeMap<>());

    public Influences {
        byColumn = Collections.unmodifiableSortedMap(new TreeMap<>(byColumn));
    }

    static Influences none() {
        return NONE;
    }

    static Influences identity(ColumnName column) {
        return new Influences(new TreeMap<>(Map.of(column, EnumSet.of(Influence.IDENTITY))));
    }

    Influences and(Influences other) {
        if (other.byColumn.isEmpty()) {
            return this;
        }
        SortedMap<ColumnName, Set<Influence>> merged = new TreeMap<>(byColumn);
        other.byColumn.forEach((column, kinds) -> merged.merge(column, kinds, Influences::both));
        return new Influences(merged);
    }

    static Influences all(Collection<Influences> parts) {
        return parts.stream().reduce(NONE, Influences::and);
    }

    /** The same columns, seen through one more step. */
    Influences through(Influence outer) {
        SortedMap<ColumnName, Set<Influence>> seen = new TreeMap<>();
        byColumn.forEach((column, kinds) -> {
            EnumSet<Influence> through = EnumSet.noneOf(Influence.class);
            kinds.forEach(kind -> through.add(kind.through(outer)));
            seen.put(column, through);
        });
        return new Influences(seen);
    }

    private static Set<Influence> both(Set<Influence> left, Set<Influence> right) {
        EnumSet<Influence> both = EnumSet.copyOf(left);
        both.addAll(right);
        return both;
    }
}
