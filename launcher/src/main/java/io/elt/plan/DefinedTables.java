package io.elt.plan;

import io.elt.script.Statement;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The tables that the files of a project define. Several files may define one, if they do it word for word. */
final class DefinedTables {
    private final Map<TableName, Table> tables = new TreeMap<>();
    private final Map<TableName, Statement> definedBy = new HashMap<>();

    /**
     * @return whether this is its first definition
     * @throws io.elt.diagnostic.EltException if another file defines it otherwise
     */
    boolean add(Table table, Statement definition) {
        Statement first = definedBy.putIfAbsent(table.name(), definition);
        if (first == null) {
            tables.put(table.name(), table);
            return true;
        }
        if (!first.text().equals(definition.text())) {
            throw PlanningErrors.definedTwice(table.name(), first, definition).toException();
        }
        return false;
    }

    Map<TableName, Table> byName() {
        return tables;
    }
}
