package io.elt.plan.column;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of a part of a query depend on.
 *
 * @param columns for each of its columns, what the values depend on
 * @param rows what decides which rows there are
 */
public record RowFlow(List<Influences> columns, Influences rows) {
    public RowFlow {
        columns = List.copyOf(columns);
    }

    RowFlow decidedBy(Influences more) {
        return new RowFlow(columns, rows.and(more));
    }

    /** The columns of both, side by side. */
    RowFlow beside(RowFlow right) {
        List<Influences> both = new ArrayList<>(columns);
        both.addAll(right.columns);
        return new RowFlow(both, rows.and(right.rows));
    }

    /** The rows of both, one below the other. */
    RowFlow above(RowFlow below) {
        List<Influences> merged = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            merged.add(columns.get(i).and(below.columns.get(i)));
        }
        return new RowFlow(merged, rows.and(below.rows));
    }

    Influences allColumns() {
        return Influences.all(columns);
    }
}
