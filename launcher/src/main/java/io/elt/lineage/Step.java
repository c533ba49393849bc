package io.elt.lineage;

import io.elt.plan.column.Influence;

import java.util.Comparator;

/**
 * One column depends on another, through one statement.
 *
 * @param by the job or the view that the statement belongs to
 * @param file where it is written
 */
public record Step(ColumnRef from, ColumnRef to, Influence influence, String by, String file)
        implements Comparable<Step> {
    private static final Comparator<Step> ORDER = Comparator.comparing(Step::to)
            .thenComparing(Step::influence)
            .thenComparing(Step::from)
            .thenComparing(Step::file)
            .thenComparing(Step::by);

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }
}
