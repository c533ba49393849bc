package io.elt.lineage;

import io.elt.diagnostic.Diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lineage of a project.
 *
 * @param aliases further names of datasets
 * @param warnings what could not be followed
 */
public record Lineage(LineageGraph graph, Map<Dataset, Set<String>> aliases, List<Diagnostic> warnings) {
    public Lineage {
        aliases = Map.copyOf(aliases);
        warnings = List.copyOf(warnings);
    }

    /**
     * What {@code TABLE[.COLUMN]} means: the column, or all columns of the table.
     *
     * @throws io.elt.diagnostic.EltException if there is no such thing
     */
    public List<ColumnRef> columns(String text) {
        return Asked.columns(graph, dataset -> aliases.getOrDefault(dataset, Set.of()), text);
    }
}
