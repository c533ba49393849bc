package io.elt.bench.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums: per key of a dimension, per hour, or of two tables side by side. */
final class DwsLayer {
    private final Map<String, String> files;

    DwsLayer(Map<String, String> files) {
        this.files = files;
    }

    LayerTable grouped(LayerTable details, String by) {
        List<TableColumn> amounts = details.amounts();
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(by + "_id", "BIGINT NOT NULL"));
        columns.addAll(amounts);
        columns.add(new TableColumn("entries", "BIGINT NOT NULL"));
        columns.add(new TableColumn("active", "BIGINT NOT NULL"));
        columns.add(new TableColumn("last_opened", "DATE"));
        LayerTable table = LayerTable.changes("dws", details.name() + "_by_" + by, columns, List.of(by));
        String listed =
                amounts.stream().map(column -> "'" + column.name() + "'").collect(Collectors.joining(", "));
        write(
                table,
                """
                INSERT INTO %1$s
                SELECT
                    %2$s_id,
                    {{ sums([%3$s]) }}
                    COUNT(*),
                    SUM(CASE WHEN status = 'active' THEN 1 ELSE 0 END),
                    MAX(opened_on)
                FROM %4$s
                WHERE %2$s_id IS NOT NULL
                GROUP BY %2$s_id;
                """
                        .formatted(table.path(), by, listed, details.path()));
        return table;
    }

    LayerTable windowed(LayerTable events, String by) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(by + "_id", "BIGINT NOT NULL"));
        columns.add(new TableColumn("hour_start", "TIMESTAMP(3) NOT NULL"));
        columns.add(new TableColumn("amount_1", TableColumn.AMOUNT));
        columns.add(new TableColumn("amount_2", TableColumn.AMOUNT));
        columns.add(new TableColumn("entries", "BIGINT NOT NULL"));
        LayerTable table = new LayerTable(
                "dws", events.name() + "_hourly_by_" + by, columns, List.of(by + "_id", "hour_start"), List.of(by));
        write(
                table,
                """
                INSERT INTO %1$s
                SELECT
                    %2$s_id,
                    window_start,
                    {{ sums(['amount_1', 'amount_2']) }}
                    COUNT(*)
                FROM TABLE(TUMBLE(TABLE %3$s, DESCRIPTOR(happened_at), INTERVAL '1' HOUR))
                WHERE %2$s_id IS NOT NULL
                GROUP BY %2$s_id, window_start, window_end;
                """
                        .formatted(table.path(), by, events.path()));
        return table;
    }

    /** Two tables of details, each summed up, next to each other for every key of a dimension. */
    LayerTable combined(String name, LayerTable first, LayerTable second, String by) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(by + "_id", "BIGINT NOT NULL"));
        columns.add(new TableColumn("amount_1", TableColumn.AMOUNT));
        columns.add(new TableColumn("amount_2", TableColumn.AMOUNT));
        columns.add(new TableColumn("entries", "BIGINT NOT NULL"));
        LayerTable table = LayerTable.changes("dws", name + "_by_" + by, columns, List.of(by));
        String sum = "(SELECT %1$s_id, SUM(amount_1) AS amount, COUNT(*) AS entries FROM %2$s GROUP BY %1$s_id)";
        write(
                table,
                """
                INSERT INTO %1$s
                SELECT
                    d.%2$s_id,
                    CAST(COALESCE(a.amount, 0) AS DECIMAL(20, 2)),
                    CAST(COALESCE(b.amount, 0) AS DECIMAL(20, 2)),
                    COALESCE(a.entries, 0) + COALESCE(b.entries, 0)
                FROM lake.dim.%2$s d
                LEFT JOIN %3$s a ON a.%2$s_id = d.%2$s_id
                LEFT JOIN %4$s b ON b.%2$s_id = d.%2$s_id;
                """
                        .formatted(
                                table.path(), by, sum.formatted(by, first.path()), sum.formatted(by, second.path())));
        return table;
    }

    private void write(LayerTable table, String insert) {
        files.put(
                table.file(),
                "-- Sums: " + table.name().replace('_', ' ') + ".\n" + table.definition("input") + "\n" + insert);
    }
}
