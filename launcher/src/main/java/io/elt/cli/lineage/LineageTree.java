package io.elt.cli.lineage;

import io.elt.cli.lineage.LineageView.Direction;
import io.elt.lineage.ColumnRef;
import io.elt.lineage.Dataset;
import io.elt.lineage.LineageGraph;
import io.elt.lineage.Step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Lineage for a person at a terminal: a tree of values for each column, and below it what decides about the rows. */
public final class LineageTree {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final LineageView view;
    private final List<Line> lines = new ArrayList<>();

    private LineageTree(LineageView view) {
        this.view = view;
    }

    public static String print(LineageView view) {
        return new LineageTree(view).print();
    }

    private record Line(String text, String influence, String file) {}

    private String print() {
        List<Branch> branches = view.directions().stream()
                .map(direction -> new Branch(view.graph(), direction))
                .toList();
        for (ColumnRef column : view.columns()) {
            add(column.toString());
            for (Branch branch : branches) {
                branch.values(column);
            }
            add("");
        }
        branches.forEach(Branch::rows);
        int width = width(Line::text);
        int influences = width(Line::influence);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String padded = line.influence.isEmpty()
                    ? line.text
                    : pad(line.text, width) + GAP + pad(line.influence, influences) + GAP + line.file;
            text.append(padded.stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private int width(Function<Line, String> cell) {
        return lines.stream()
                .filter(line -> !line.influence.isEmpty())
                .mapToInt(line -> cell.apply(line).length())
                .max()
                .orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private void add(String text) {
        lines.add(new Line(text, "", ""));
    }

    /** One direction from one column. */
    private final class Branch {
        private final LineageGraph graph;
        private final Direction direction;
        private final Set<ColumnRef> shown = new HashSet<>();
        private final Map<Dataset, List<Step>> rows = new LinkedHashMap<>();

        Branch(LineageGraph graph, Direction direction) {
            this.graph = graph;
            this.direction = direction;
        }

        private List<Step> steps(ColumnRef column) {
            return direction == Direction.UP ? graph.into(column) : graph.outOf(column);
        }

        void values(ColumnRef column) {
            add(INDENT + (direction == Direction.UP ? "comes from" : "goes to"));
            shown.clear();
            int before = lines.size();
            values(column, INDENT + INDENT);
            if (lines.size() == before) {
                add(INDENT + INDENT + (direction == Direction.UP ? "no column" : "nothing"));
            }
        }

        private void values(ColumnRef column, String indent) {
            for (Step step : steps(column)) {
                if (step.to().isRows()) {
                    List<Step> known = rows.computeIfAbsent(step.to().dataset(), first -> new ArrayList<>());
                    if (!known.contains(step)) {
                        known.add(step);
                    }
                } else {
                    value(step, indent);
                }
            }
        }

        private void value(Step step, String indent) {
            ColumnRef next = direction == Direction.UP ? step.from() : step.to();
            boolean follow = step.influence().isDirect() && !steps(next).isEmpty();
            boolean again = follow && !shown.add(next);
            lines.add(new Line(
                    indent + next + (again ? " (see above)" : ""),
                    step.influence().text(),
                    step.file()));
            if (follow && !again) {
                values(next, indent + INDENT);
            }
        }

        /** Once for all columns, for the rows of a table are those of all its columns. */
        void rows() {
            if (rows.isEmpty()) {
                return;
            }
            add(direction == Direction.UP ? "rows decided by" : "decides about the rows of");
            rows.forEach((dataset, steps) -> {
                if (direction == Direction.UP) {
                    add(INDENT + "of " + dataset);
                }
                steps.forEach(step -> lines.add(
                        direction == Direction.UP
                                ? new Line(
                                        INDENT + INDENT + step.from(),
                                        step.influence().text(),
                                        step.file())
                                : new Line(INDENT + dataset, step.influence().text(), step.file())));
            });
            add("");
        }
    }
}
