package io.elt.bench.warehouse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the warehouse, and what later layers need to know of it.
 *
 * @param key its primary key, empty for a table of events, which is only appended to
 * @param references names of the dimensions whose keys it holds, each in a column of the dimension's name and {@code _id}
 */
record LayerTable(String layer, String name, List<TableColumn> columns, List<String> key, List<String> references) {
    LayerTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
    }

    static LayerTable changes(String layer, String name, List<TableColumn> columns, List<String> references) {
        return new LayerTable(layer, name, columns, List.of(columns.get(0).name()), references);
    }

    static LayerTable events(String layer, String name, List<TableColumn> columns, List<String> references) {
        return new LayerTable(layer, name, columns, List.of(), references);
    }

    boolean isEvents() {
        return key.isEmpty();
    }

    String path() {
        return "lake." + layer + "." + name;
    }

    String file() {
        return "sql/" + layer + "_" + name + ".sql";
    }

    String id() {
        return columns.get(0).name();
    }

    List<TableColumn> amounts() {
        return columns.stream().filter(TableColumn::isAmount).toList();
    }

    List<TableColumn> texts() {
        return columns.stream().filter(TableColumn::isText).toList();
    }

    String names() {
        return columns.stream().map(TableColumn::name).collect(Collectors.joining(", "));
    }

    /** Its CREATE statements; {@code changelog} is the argument of the macro history. */
    String definition(String changelog) {
        Stream<String> lines = columns.stream().map(column -> column.name() + " " + column.type());
        Stream<String> constraint = isEvents()
                ? columns.stream()
                        .filter(TableColumn::isTime)
                        .limit(1)
                        .map(time -> "WATERMARK FOR " + time.name() + " AS " + time.name() + " - INTERVAL '10' SECOND")
                : Stream.of("PRIMARY KEY (" + String.join(", ", key) + ") NOT ENFORCED");
        String options = isEvents() ? "    'bucket' = '-1'" : "    {{ history('" + changelog + "') }}";
        return """
                CREATE DATABASE IF NOT EXISTS lake.%s;

                CREATE TABLE IF NOT EXISTS %s (
                    %s
                ) COMMENT '%s of the %s layer' WITH (
                %s
                );
                """
                .formatted(
                        layer,
                        path(),
                        Stream.concat(lines, constraint).collect(Collectors.joining(",\n    ")),
                        name.replace('_', ' '),
                        layer,
                        options);
    }
}
