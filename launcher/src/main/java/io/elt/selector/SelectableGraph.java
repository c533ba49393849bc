package io.elt.selector;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a project, as far as a selector can name them, and which of them read from which. */
public final class SelectableGraph {

    /**
     * @param path relative to the project, with '/'
     * @param qualifiedName the project, the folders below {@code sql/} and the name
     * @param tables the tables that the file fills, each in every form by which it may be named
     * @param sources names of the project's sources that it reads
     * @param config what it says about itself, each value as a text
     */
    public record Node(
            String name,
            String path,
            List<String> qualifiedName,
            String layer,
            Set<String> tags,
            Set<String> tables,
            Set<String> sources,
            Map<String, Set<String>> config) {

        public Node {
            qualifiedName = List.copyOf(qualifiedName);
            tags = Set.copyOf(tags);
            tables = Set.copyOf(tables);
            sources = Set.copyOf(sources);
            config = Map.copyOf(config);
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> upstream = new TreeMap<>();
    private final Map<String, Set<String>> downstream = new TreeMap<>();

    /** @param upstreamOf for each name of a node the names of those that it reads from; others than nodes are left out */
    public SelectableGraph(Collection<Node> nodes, Map<String, ? extends Collection<String>> upstreamOf) {
        nodes.stream()
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .forEach(node -> {
                    this.nodes.put(node.name(), node);
                    upstream.put(node.name(), new TreeSet<>());
                    downstream.put(node.name(), new TreeSet<>());
                });
        upstreamOf.forEach((name, others) -> others.forEach(other -> {
            if (this.nodes.containsKey(name) && this.nodes.containsKey(other) && !name.equals(other)) {
                upstream.get(name).add(other);
                downstream.get(other).add(name);
            }
        }));
    }

    public Collection<Node> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** The names and those that they read from, up to {@code depth} steps away. */
    Set<String> withUpstream(Set<String> names, int depth) {
        return reach(names, upstream, depth);
    }

    Set<String> withDownstream(Set<String> names, int depth) {
        return reach(names, downstream, depth);
    }

    private static Set<String> reach(Set<String> names, Map<String, Set<String>> edges, int depth) {
        Set<String> reached = new TreeSet<>(names);
        Set<String> border = names;
        for (int step = 0; step < depth && !border.isEmpty(); step++) {
            Set<String> next = new TreeSet<>();
            border.forEach(name -> next.addAll(edges.get(name)));
            next.removeAll(reached);
            reached.addAll(next);
            border = next;
        }
        return reached;
    }

    /** What is read before what reads it: by distance from the sources, then by name. */
    List<String> ordered(Set<String> names) {
        Map<String, Integer> distances = new HashMap<>();
        return names.stream()
                .sorted(Comparator.comparing((String name) -> distance(name, distances, new HashSet<>()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int distance(String name, Map<String, Integer> known, Set<String> path) {
        Integer found = known.get(name);
        // A circle has no order; whoever made the graph says so, here its members only must not get lost.
        if (found != null || !path.add(name)) {
            return found == null ? 0 : found;
        }
        int distance = 0;
        for (String other : upstream.get(name)) {
            distance = Math.max(distance, distance(other, known, path) + 1);
        }
        path.remove(name);
        known.put(name, distance);
        return distance;
    }
}
