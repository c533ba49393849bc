package io.elt.bench.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What comes from Kafka: changes of the core systems' tables, and events. */
final class OdsLayer {
    private static final int WIDEST = 400;

    private final Chance chance;
    private final Map<String, String> files;

    OdsLayer(Chance chance, Map<String, String> files) {
        this.chance = chance;
        this.files = files;
    }

    /** A table that becomes a dimension: a key and what it is called. */
    LayerTable reference(String name) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(name + "_id", "BIGINT NOT NULL"));
        columns.add(new TableColumn("name", "STRING"));
        columns.add(new TableColumn("region", "STRING"));
        columns.add(new TableColumn("kind", "STRING"));
        columns.add(new TableColumn("rate", "DECIMAL(10, 4)"));
        LayerTable table = LayerTable.changes("ods", name, columns, List.of());
        write(table);
        return table;
    }

    LayerTable changes(String name, List<String> references) {
        List<TableColumn> columns = own(name, references);
        int amounts = chance.oneIn(6) ? chance.between(200, WIDEST) : chance.between(3, 12);
        for (int i = 1; i <= amounts; i++) {
            columns.add(new TableColumn("amount_" + i, TableColumn.AMOUNT));
        }
        LayerTable table = LayerTable.changes("ods", name, columns, references);
        write(table);
        return table;
    }

    LayerTable events(String name, List<String> references) {
        List<TableColumn> columns = own(name, references);
        columns.add(new TableColumn("happened_at", "TIMESTAMP(3)"));
        columns.add(new TableColumn("amount_1", TableColumn.AMOUNT));
        columns.add(new TableColumn("amount_2", TableColumn.AMOUNT));
        LayerTable table = LayerTable.events("ods", name, columns, references);
        write(table);
        return table;
    }

    private static List<TableColumn> own(String name, List<String> references) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(name + "_id", "BIGINT NOT NULL"));
        references.forEach(reference -> columns.add(new TableColumn(reference + "_id", "BIGINT")));
        columns.add(new TableColumn("status", "STRING"));
        columns.add(new TableColumn("currency", "STRING"));
        columns.add(new TableColumn("opened", "STRING"));
        columns.add(new TableColumn("is_cancelled", "BOOLEAN"));
        return columns;
    }

    private void write(LayerTable table) {
        String listed = table.columns().stream()
                .map(column -> "'" + column.name() + "'")
                .collect(Collectors.joining(", "));
        String declared = table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(",\n    "));
        files.put(
                table.file(),
                """
                -- %1$s as it arrives.
                %2$s
                CREATE TEMPORARY TABLE %1$s_record (
                    %3$s,
                    {{ guarded_columns() }}
                ) WITH (
                    {{ source('%1$s') }}
                );

                {{ ingest(
                    source='%1$s',
                    table='%4$s',
                    events='%1$s_record',
                    columns=[%5$s],
                    checks={'id: expected a positive number': '%6$s > 0'}
                ) }}
                """
                        .formatted(
                                table.name(), table.definition("lookup"), declared, table.path(), listed, table.id()));
    }

    /** The source of a table in elt.yaml. */
    static String source(LayerTable table) {
        return """
                %1$s:
                  connector: kafka
                  topic: bank.%1$s
                  properties.bootstrap.servers: "{{ var('kafka') }}"
                  properties.group.id: bank-%1$s
                  scan.startup.mode: earliest-offset
                  format: guarded
                  guarded.format: %2$s
                """
                .formatted(table.name(), table.isEvents() ? "json" : "debezium-json")
                .indent(2);
    }
}
