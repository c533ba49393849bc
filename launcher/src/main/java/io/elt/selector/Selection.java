package io.elt.selector;

import io.elt.diagnostic.Problems;
import io.elt.selector.SelectableGraph.Node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What {@code --select} and {@code --exclude} say, with dbt's meaning: a space is or, a comma is and. */
public record Selection(List<String> select, List<String> exclude) {

    public Selection {
        select = List.copyOf(select);
        exclude = List.copyOf(exclude);
    }

    /** Whether nothing is said, so that everything is meant. */
    public boolean isEverything() {
        return select.isEmpty() && exclude.isEmpty();
    }

    /** The names of the selected nodes, in the order of the data. Throws if a selector is wrong or nothing is left. */
    public List<String> in(SelectableGraph graph) {
        Problems problems = new Problems();
        Set<String> selected = select.isEmpty() ? names(graph, node -> true) : union(select, graph, problems);
        Set<String> excluded = union(exclude, graph, problems);
        problems.throwIfErrors();
        selected.removeAll(excluded);
        if (selected.isEmpty() && !(select.isEmpty() && exclude.isEmpty())) {
            throw SelectorErrors.nothingLeft(describe()).toException();
        }
        return graph.ordered(selected);
    }

    private String describe() {
        String selected = select.isEmpty() ? "everything" : "'" + String.join(" ", select) + "'";
        return exclude.isEmpty() ? selected : selected + " without '" + String.join(" ", exclude) + "'";
    }

    private static Set<String> union(List<String> arguments, SelectableGraph graph, Problems problems) {
        Set<String> names = new TreeSet<>();
        arguments.stream()
                .flatMap(argument -> Arrays.stream(argument.trim().split("\\s+")))
                .filter(part -> !part.isEmpty())
                .forEach(part -> names.addAll(intersection(part, graph, problems)));
        return names;
    }

    private static Set<String> intersection(String part, SelectableGraph graph, Problems problems) {
        Set<String> names = names(graph, node -> true);
        for (String text : part.split(",", -1)) {
            Optional<Set<String>> term = problems.attempt(() -> term(text, graph));
            names.retainAll(term.orElse(Set.of()));
        }
        return names;
    }

    private static Set<String> term(String text, SelectableGraph graph) {
        SelectorTerm term = SelectorTerm.parse(text);
        Set<String> matched = names(graph, node -> SelectorMethods.matches(term, node));
        if (matched.isEmpty()) {
            List<String> known = graph.nodes().stream()
                    .flatMap(node -> SelectorMethods.known(term, node))
                    .distinct()
                    .toList();
            throw SelectorErrors.matchesNothing(term, known).toException();
        }
        return term.method() == SelectorTerm.Method.SOURCE
                ? readersOfSource(term, matched, graph)
                : widened(term, matched, graph);
    }

    private static Set<String> widened(SelectorTerm term, Set<String> matched, SelectableGraph graph) {
        Set<String> reached = graph.withUpstream(matched, term.upstream());
        reached.addAll(graph.withDownstream(matched, term.downstream()));
        if (term.closure()) {
            reached.addAll(graph.withUpstream(graph.withDownstream(matched, SelectorTerm.ALL), SelectorTerm.ALL));
        }
        return reached;
    }

    /** A source is a node of dbt's graph, and no file: it is left out, and its readers are one step away from it. */
    private static Set<String> readersOfSource(SelectorTerm term, Set<String> readers, SelectableGraph graph) {
        if (term.closure()) {
            return graph.withUpstream(graph.withDownstream(readers, SelectorTerm.ALL), SelectorTerm.ALL);
        }
        return term.downstream() == 0 ? new TreeSet<>() : graph.withDownstream(readers, term.downstream() - 1);
    }

    private static Set<String> names(SelectableGraph graph, Predicate<Node> wanted) {
        Set<String> names = new TreeSet<>();
        graph.nodes().stream().filter(wanted).map(Node::name).forEach(names::add);
        return names;
    }
}
