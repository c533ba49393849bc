package io.elt.cli.plan;

import io.elt.plan.ExternalInput;
import io.elt.plan.TableName;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.Retention;
import io.elt.plan.operator.State;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as nodes and arrows, for the languages that draw such.
 *
 * @param nodes in the order of the data
 */
record PlanGraph(List<Node> nodes, List<Arrow> arrows) {

    /** What a node stands for. */
    enum Kind {
        INPUT,
        TABLE,
        JOB
    }

    /**
     * @param lines its text
     */
    record Node(String id, Kind kind, List<String> lines) {}

    record Arrow(String from, String to, String label) {}

    static PlanGraph of(PlanView view) {
        Map<Object, Node> nodes = new LinkedHashMap<>();
        List<Arrow> arrows = new ArrayList<>();
        for (PlannedJob job : view.jobs()) {
            for (ExternalInput input : job.inputs()) {
                Node from = node(nodes, input, Kind.INPUT, List.of(input.name(), InputText.of(input)));
                arrows.add(new Arrow(from.id, node(nodes, job).id, job.reading(input)));
            }
            for (TableName table : job.job().reads()) {
                Node from = node(nodes, table, Kind.TABLE, List.of(table.toString()));
                arrows.add(new Arrow(from.id, node(nodes, job).id, job.reading(table)));
            }
            for (TableName table : job.job().writes()) {
                String from = node(nodes, job).id;
                Node to = node(nodes, table, Kind.TABLE, List.of(table.toString()));
                arrows.add(new Arrow(from, to.id, job.written(table)));
            }
        }
        return new PlanGraph(List.copyOf(nodes.values()), arrows);
    }

    private static Node node(Map<Object, Node> nodes, PlannedJob job) {
        return node(nodes, job, Kind.JOB, lines(job));
    }

    private static Node node(Map<Object, Node> nodes, Object thing, Kind kind, List<String> lines) {
        return nodes.computeIfAbsent(thing, first -> new Node("n" + (nodes.size() + 1), kind, lines));
    }

    private static List<String> lines(PlannedJob job) {
        List<State> states = job.operators().stateful().stream()
                .map(Operator::state)
                .flatMap(List::stream)
                .toList();
        long forEver = states.stream()
                .filter(state -> state.retention() == Retention.FOR_EVER)
                .count();
        if (states.isEmpty()) {
            return List.of(job.name());
        }
        String count = states.size() == 1 ? "1 state" : states.size() + " states";
        return List.of(job.name(), forEver == 0 ? count : count + ", " + forEver + " for ever");
    }
}
