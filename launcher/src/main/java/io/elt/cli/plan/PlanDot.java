package io.elt.cli.plan;

import java.util.stream.Collectors;

/** A plan in the language of Graphviz. */
public final class PlanDot {
    private PlanDot() {}

    public static String print(PlanView view) {
        PlanGraph graph = PlanGraph.of(view);
        StringBuilder text = new StringBuilder("digraph plan {\n    rankdir=LR;\n");
        for (PlanGraph.Node node : graph.nodes()) {
            String label = node.lines().stream().map(PlanDot::escape).collect(Collectors.joining("\\n"));
            text.append("    %s [shape=%s, label=\"%s\"];\n".formatted(node.id(), shape(node.kind()), label));
        }
        for (PlanGraph.Arrow arrow : graph.arrows()) {
            text.append("    %s -> %s [label=\"%s\"];\n".formatted(arrow.from(), arrow.to(), arrow.label()));
        }
        return text.append("}\n").toString();
    }

    private static String shape(PlanGraph.Kind kind) {
        return switch (kind) {
            case INPUT -> "oval";
            case TABLE -> "cylinder";
            case JOB -> "box";
        };
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
