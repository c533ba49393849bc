package io.elt.cli.output;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of {@code elt ls --output}: tables for people, and lines for other commands. */
public enum ListFormat {
    table(OutputFormat.table::print),
    json(OutputFormat.json::print),
    name(rows -> column("name", rows)),
    path(rows -> column("path", rows));

    private final Function<Rows, String> printer;

    ListFormat(Function<Rows, String> printer) {
        this.printer = printer;
    }

    public String print(Rows rows) {
        return printer.apply(rows);
    }

    private static String column(String name, Rows rows) {
        int index = rows.columns().indexOf(name);
        return rows.rows().stream()
                .map((List<Object> row) -> row.get(index) + "\n")
                .collect(Collectors.joining());
    }
}
