package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.sql.Literals;

import java.util.List;
import java.util.stream.Collectors;

/** Rows that a SHOW makes up, as a query, so that LIKE and WHERE work on them as on any other. */
record ShownRows(List<String> columns, List<List<String>> rows) {
    static ShownRows none(String... columns) {
        return new ShownRows(List.of(columns), List.of());
    }

    String query() {
        if (rows.isEmpty()) {
            return "SELECT * FROM (SELECT "
                    + columns.stream()
                            .map(column -> "CAST(NULL AS VARCHAR) AS " + TableName.quote(column))
                            .collect(Collectors.joining(", "))
                    + " WHERE false) AS shown";
        }
        return "SELECT * FROM (VALUES "
                + rows.stream().map(ShownRows::row).collect(Collectors.joining(", "))
                + ") AS shown"
                + columns.stream().map(TableName::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String row(List<String> values) {
        return values.stream()
                .map(value -> value == null ? "CAST(NULL AS VARCHAR)" : Literals.string(value))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
