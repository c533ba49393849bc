package io.elt.cli.plan;

import io.elt.plan.ExternalInput;
import io.elt.plan.TableName;
import io.elt.plan.operator.Lookup;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.State;

import java.util.ArrayList;
import java.util.List;

/** A plan for a person at a terminal: a paragraph per job, with the same columns in all of them. */
public final class PlanTable {
    private static final int INDENT = 10;

    private final PlanView view;
    private final int width;

    private PlanTable(PlanView view, int width) {
        this.view = view;
        this.width = width - INDENT;
    }

    /**
     * @param width of the terminal; a line is longer only where a single name is
     */
    public static String print(PlanView view, int width) {
        return new PlanTable(view, width).print();
    }

    private String print() {
        List<List<String>> tables = new ArrayList<>();
        List<List<String>> states = new ArrayList<>();
        for (PlannedJob job : view.jobs()) {
            tables.addAll(reads(job));
            tables.addAll(writes(job));
            states.addAll(states(job));
        }
        Columns tableColumns = Columns.fit(tables, width);
        Columns stateColumns = Columns.fit(states, width);
        StringBuilder text = new StringBuilder();
        for (PlannedJob job : view.jobs()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(job.name())
                    .append("  ")
                    .append(String.join(", ", job.job().files()))
                    .append('\n');
            append(text, "reads", reads(job), tableColumns);
            append(text, "writes", writes(job), tableColumns);
            append(text, "state", states(job), stateColumns);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String label, List<List<String>> rows, Columns columns) {
        String first = "  " + label + " ".repeat(INDENT - 2 - label.length());
        if (rows.isEmpty()) {
            text.append(first).append("nothing\n");
            return;
        }
        for (List<String> row : rows) {
            for (String line : columns.lines(row)) {
                text.append((first + line).stripTrailing()).append('\n');
                first = " ".repeat(INDENT);
            }
        }
    }

    private List<List<String>> reads(PlannedJob job) {
        List<List<String>> rows = new ArrayList<>();
        for (ExternalInput input : job.inputs()) {
            rows.add(List.of(input.name(), job.reading(input), "from " + InputText.of(input)));
        }
        for (TableName table : job.job().reads()) {
            rows.add(List.of(table.toString(), job.reading(table), from(job, table)));
        }
        return rows;
    }

    private String from(PlannedJob job, TableName table) {
        List<String> words = new ArrayList<>();
        List<String> writers = view.writersFor(job, table);
        if (!writers.isEmpty()) {
            words.add("from " + String.join(", ", writers));
        }
        for (Lookup lookup : job.lookups(table)) {
            words.add("by " + String.join(", ", lookup.key()) + cache(lookup) + (lookup.async() ? ", async" : ""));
        }
        return String.join("; ", words);
    }

    private static String cache(Lookup lookup) {
        return switch (lookup.cache()) {
            case NONE -> ", no cache";
            case PARTIAL -> ", cached";
            case FULL -> ", whole table cached";
        };
    }

    private List<List<String>> writes(PlannedJob job) {
        List<List<String>> rows = new ArrayList<>();
        for (TableName table : job.job().writes()) {
            List<String> readers = view.readersOf(job, table);
            rows.add(List.of(
                    table.toString(),
                    job.written(table),
                    readers.isEmpty() ? "" : "for " + String.join(", ", readers)));
        }
        return rows;
    }

    private static List<List<String>> states(PlannedJob job) {
        List<List<String>> rows = new ArrayList<>();
        for (Operator operator : job.operators().stateful()) {
            String type = operator.type().text();
            for (State state : operator.state()) {
                rows.add(List.of(type, state.holds(), key(state), state.life()));
                type = "";
            }
        }
        return rows;
    }

    private static String key(State state) {
        return state.key().isEmpty() ? "one for all" : "per " + String.join(", ", state.key());
    }
}
