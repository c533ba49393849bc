package io.elt.cli.plan;

import java.util.stream.Collectors;

/** A plan as a Mermaid flowchart, which code forges and wikis draw. */
public final class PlanMermaid {
    private PlanMermaid() {}

    public static String print(PlanView view) {
        PlanGraph graph = PlanGraph.of(view);
        StringBuilder text = new StringBuilder("flowchart LR\n");
        graph.nodes().forEach(node -> text.append("    ").append(node(node)).append('\n'));
        graph.arrows().forEach(arrow -> text.append("    ")
                .append(arrow.from())
                .append(" -->|")
                .append(arrow.label())
                .append("| ")
                .append(arrow.to())
                .append('\n'));
        return text.toString();
    }

    private static String node(PlanGraph.Node node) {
        String label = '"' + node.lines().stream().map(PlanMermaid::escape).collect(Collectors.joining("<br/>")) + '"';
        return node.id()
                + switch (node.kind()) {
                    case INPUT -> "([" + label + "])";
                    case TABLE -> "[(" + label + ")]";
                    case JOB -> "[" + label + "]";
                };
    }

    /** Mermaid's own way: the code of a character between # and ;. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            boolean plain = Character.isLetterOrDigit(letter) || "._-, $/:()".indexOf(letter) >= 0;
            escaped.append(plain ? String.valueOf(letter) : "#" + (int) letter + ";");
        }
        return escaped.toString();
    }
}
