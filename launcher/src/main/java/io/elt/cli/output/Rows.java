package io.elt.cli.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is printed: a header and rows of the same length. A cell is a {@link String}, a number, a boolean, null, or a list or
 * a map of cells; anything else is printed as its text.
 */
public record Rows(List<String> columns, List<List<Object>> rows) {
    public Rows {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + columns.size() + " columns: " + row);
            }
        }
    }
}
