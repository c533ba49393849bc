package io.elt.selector;

import io.elt.diagnostic.Problems;
import io.elt.selector.SelectableGraph.Node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        Set<String> matched = names(graph, node -> matches(term, node));
        if (matched.isEmpty()) {
            List<String> known = graph.nodes().stream()
                    .flatMap(node -> known(term, node))
                    .distinct()
                    .toList();
            throw SelectorErrors.matchesNothing(term, known).toException();
        }
        if (term.closure()) {
            return graph.withUpstream(graph.withDownstream(matched, SelectorTerm.ALL), SelectorTerm.ALL);
        }
        Set<String> reached = graph.withUpstream(matched, term.upstream());
        reached.addAll(graph.withDownstream(matched, term.downstream()));
        return reached;
    }

    private static Set<String> names(SelectableGraph graph, Predicate<Node> wanted) {
        Set<String> names = new TreeSet<>();
        graph.nodes().stream().filter(wanted).map(Node::name).forEach(names::add);
        return names;
    }

    private static boolean matches(SelectorTerm term, Node node) {
        String pattern = term.pattern();
        return switch (term.method()) {
            case TAG -> any(node.tags(), pattern);
            case LAYER -> Globs.matches(pattern, node.layer());
            case TABLE -> any(node.tables(), pattern);
            case PATH -> isAtPath(node.path(), pattern);
            case NAME ->
                Globs.matches(pattern, node.name())
                        || (saysTable(pattern) && any(node.tables(), pattern))
                        || (looksLikePath(pattern) && isAtPath(node.path(), pattern));
        };
    }

    private static boolean any(Set<String> values, String pattern) {
        return values.stream().anyMatch(value -> Globs.matches(pattern, value));
    }

    /** A pattern without a dot means names of files; otherwise {@code [!x]*} would match every table of a catalog. */
    private static boolean saysTable(String pattern) {
        return !Globs.isGlob(pattern) || pattern.contains(".");
    }

    private static boolean looksLikePath(String pattern) {
        return pattern.contains("/") || pattern.contains("\\") || pattern.endsWith(".sql");
    }

    /** The file itself, a file name in any folder, or everything in a folder. */
    private static boolean isAtPath(String path, String pattern) {
        String wanted = pattern.replace('\\', '/');
        while (wanted.startsWith("./")) {
            wanted = wanted.substring(2);
        }
        if (wanted.endsWith("/")) {
            wanted = wanted.substring(0, wanted.length() - 1);
        }
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        return Globs.matches(wanted, path)
                || Globs.matches(wanted, fileName)
                || (!Globs.isGlob(wanted) && path.startsWith(wanted + "/"));
    }

    private static Stream<String> known(SelectorTerm term, Node node) {
        return switch (term.method()) {
            case TAG -> node.tags().stream();
            case LAYER -> Stream.of(node.layer());
            case TABLE -> node.tables().stream();
            case PATH -> Stream.of(node.path());
            case NAME -> looksLikePath(term.pattern()) ? Stream.of(node.path()) : Stream.of(node.name());
        };
    }
}
