package io.elt.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what {@code TABLE[.COLUMN]} means. */
public final class Asked {
    private final LineageGraph graph;
    private final Aliases aliases;

    private Asked(LineageGraph graph, Aliases aliases) {
        this.graph = graph;
        this.aliases = aliases;
    }

    /** Further names of datasets, such as that of the temporary table under which a file reads a topic. */
    public interface Aliases {
        Collection<String> of(Dataset dataset);
    }

    /**
     * The column, or all columns of the table, in their order.
     *
     * @throws io.elt.diagnostic.EltException if there is no such thing
     */
    public static List<ColumnRef> columns(LineageGraph graph, Aliases aliases, String text) {
        return new Asked(graph, aliases).columns(text.replace("`", ""));
    }

    private List<ColumnRef> columns(String text) {
        Set<Dataset> whole = named(text);
        int dot = text.lastIndexOf('.');
        Set<Dataset> parts = dot < 0 ? Set.of() : named(text.substring(0, dot));
        if (whole.size() > 1) {
            throw LineageErrors.ambiguous(text, whole).toException();
        }
        if (whole.size() == 1) {
            Dataset dataset = whole.iterator().next();
            return graph.columns(dataset).stream()
                    .map(column -> new ColumnRef(dataset, column))
                    .toList();
        }
        if (parts.isEmpty()) {
            throw LineageErrors.unknownTable(text, dot < 0 ? text : text.substring(0, dot), known())
                    .toException();
        }
        return List.of(column(text.substring(0, dot), parts, text.substring(dot + 1)));
    }

    private ColumnRef column(String table, Set<Dataset> datasets, String column) {
        List<ColumnRef> found = new ArrayList<>();
        for (Dataset dataset : datasets) {
            graph.columns(dataset).stream()
                    .filter(each -> each.equalsIgnoreCase(column))
                    .forEach(each -> found.add(new ColumnRef(dataset, each)));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (datasets.size() > 1) {
            throw LineageErrors.ambiguous(table, datasets).toException();
        }
        Dataset dataset = datasets.iterator().next();
        throw LineageErrors.unknownColumn(dataset, column, graph.columns(dataset))
                .toException();
    }

    private Set<Dataset> named(String name) {
        Set<Dataset> found = new LinkedHashSet<>();
        for (Dataset dataset : graph.datasets()) {
            if (names(dataset).stream().anyMatch(name::equalsIgnoreCase)) {
                found.add(dataset);
            }
        }
        return found;
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        graph.datasets().forEach(dataset -> known.addAll(names(dataset)));
        return known;
    }

    /** The whole name, and what is left of it without the catalog and without the database. */
    private Set<String> names(Dataset dataset) {
        Set<String> names = new TreeSet<>(aliases.of(dataset));
        String whole = dataset.toString();
        names.add(whole);
        if (dataset.kind() != Dataset.Kind.EXTERNAL) {
            names.add(dataset.name());
            names.add(dataset.name().substring(dataset.name().indexOf('.') + 1));
        }
        names.remove("");
        return names;
    }
}
