package io.elt.serving;

import io.elt.script.Statement;

import java.util.List;

/**
 * A view of the serving side, materialised or not.
 *
 * @param columns the names that it gives to the query's columns; empty if it keeps theirs
 * @param query its SELECT as it is written
 */
public record ServingView(Statement statement, String database, String view, List<String> columns, String query) {
    public ServingView {
        columns = List.copyOf(columns);
    }
}
