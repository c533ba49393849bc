package io.elt.plan.cache;

import io.elt.plan.Table;

import java.util.List;

/** What is kept of the tables that a file defines, in the order of its CREATE TABLE statements. */
public record DefinitionsEntry(List<Table> tables) {
    public DefinitionsEntry {
        tables = List.copyOf(tables);
    }
}
