package io.elt.cli.lineage;

import io.elt.lineage.ColumnRef;
import io.elt.lineage.LineageGraph;
import io.elt.lineage.Step;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was asked for.
 *
 * @param project its name
 * @param columns those that it was asked about
 * @param directions never empty
 */
public record LineageView(String project, LineageGraph graph, List<ColumnRef> columns, List<Direction> directions) {
    public LineageView {
        columns = List.copyOf(columns);
        directions = List.copyOf(directions);
    }

    /** Which way to go from a column. */
    public enum Direction {
        UP,
        DOWN
    }

    SortedSet<Step> steps(ColumnRef column, Direction direction) {
        return direction == Direction.UP ? graph.up(column) : graph.down(column);
    }

    /** All steps of all columns. */
    SortedSet<Step> steps() {
        SortedSet<Step> all = new TreeSet<>();
        columns.forEach(column -> directions.forEach(direction -> all.addAll(steps(column, direction))));
        return all;
    }
}
