package io.elt.bench.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Details: typed, translated and joined with their dimensions. */
final class DwdLayer {
    private static final String STATUS =
            "{{ translate('f.status', {'A': 'active', 'B': 'blocked', 'C': 'closed', 'D': 'in debt'}) }}";

    private final Chance chance;
    private final Map<String, String> files;

    DwdLayer(Chance chance, Map<String, String> files) {
        this.chance = chance;
        this.files = files;
    }

    /** The joins go by other keys than the table's own, so a rank puts the changes in order again, as in the bank. */
    LayerTable of(LayerTable changes) {
        LayerTable table = LayerTable.changes("dwd", changes.name(), columns(changes), changes.references());
        List<String> selected = new ArrayList<>(selected(changes));
        selected.add("ROW_NUMBER() OVER (PARTITION BY f." + changes.id() + " ORDER BY f.opened) AS place");
        write(
                table,
                """
                INSERT INTO %s
                SELECT
                    %s
                FROM (
                    SELECT
                        %s
                    FROM %s f%s
                    WHERE f.{%% include '../snippets/standing.sql' %%}
                )
                WHERE place = 1;
                """
                        .formatted(
                                table.path(),
                                table.names().replace(", ", ",\n    "),
                                String.join(",\n        ", selected),
                                changes.path(),
                                joins(changes.references(), "")));
        return table;
    }

    /** Events are enriched with what the dimension says when they come in. */
    LayerTable ofEvents(LayerTable events) {
        LayerTable table = LayerTable.events("dwd", events.name(), columns(events), events.references());
        write(
                table,
                """
                INSERT INTO %s
                SELECT
                    %s
                FROM (SELECT *, PROCTIME() AS seen_at FROM %s) f%s
                WHERE f.happened_at IS NOT NULL;
                """
                        .formatted(
                                table.path(),
                                String.join(",\n    ", selected(events)),
                                events.path(),
                                joins(events.references(), " FOR SYSTEM_TIME AS OF f.seen_at")));
        return table;
    }

    /** Two tables of details that belong together by a key of a dimension. */
    LayerTable pair(String name, LayerTable left, LayerTable right, String shared) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(name + "_id", "STRING NOT NULL"));
        columns.add(new TableColumn(shared + "_id", "BIGINT"));
        columns.add(new TableColumn("status", "STRING"));
        columns.add(new TableColumn("opened_on", "DATE"));
        columns.add(new TableColumn("amount_1", TableColumn.AMOUNT));
        columns.add(new TableColumn("amount_2", TableColumn.AMOUNT));
        LayerTable table = LayerTable.changes("dwd", name, columns, List.of(shared));
        write(
                table,
                """
                INSERT INTO %1$s
                SELECT
                    CAST(a.%2$s AS STRING) || '-' || CAST(b.%3$s AS STRING),
                    a.%4$s_id,
                    COALESCE(a.status, b.status),
                    CASE WHEN a.opened_on > b.opened_on THEN b.opened_on ELSE a.opened_on END,
                    {{ in_czk('a.amount_1', '1') }},
                    {{ in_czk('b.amount_1', '1') }}
                FROM %5$s a
                JOIN %6$s b ON b.%4$s_id = a.%4$s_id AND b.status <> 'closed'
                WHERE a.amount_1 > %7$d;
                """
                        .formatted(
                                table.path(),
                                left.id(),
                                right.id(),
                                shared,
                                left.path(),
                                right.path(),
                                chance.between(0, 999)));
        return table;
    }

    private static List<TableColumn> columns(LayerTable source) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(source.columns().get(0));
        for (String reference : source.references()) {
            columns.add(new TableColumn(reference + "_id", "BIGINT"));
            columns.add(new TableColumn(reference + "_region", "STRING"));
        }
        columns.add(new TableColumn("status", "STRING"));
        columns.add(new TableColumn("opened_on", "DATE"));
        source.columns().stream().filter(TableColumn::isTime).forEach(columns::add);
        columns.addAll(source.amounts());
        return columns;
    }

    private List<String> selected(LayerTable source) {
        List<String> selected = new ArrayList<>();
        selected.add("f." + source.id());
        for (int i = 0; i < source.references().size(); i++) {
            String reference = source.references().get(i);
            selected.add("f." + reference + "_id");
            selected.add("d" + i + ".region AS " + reference + "_region");
        }
        selected.add(STATUS + " AS status");
        selected.add("bank_date(f.opened) AS opened_on");
        source.columns().stream().filter(TableColumn::isTime).forEach(time -> selected.add("f." + time.name()));
        for (TableColumn amount : source.amounts()) {
            boolean converted = chance.oneIn(4) && !source.references().isEmpty();
            selected.add(
                    converted
                            ? "{{ in_czk('f." + amount.name() + "', 'd0.rate') }} AS " + amount.name()
                            : "f." + amount.name());
        }
        return selected;
    }

    private static String joins(List<String> references, String time) {
        StringBuilder joins = new StringBuilder();
        for (int i = 0; i < references.size(); i++) {
            joins.append("%n    LEFT JOIN lake.dim.%1$s%2$s AS d%3$d ON d%3$d.%1$s_id = f.%1$s_id"
                    .formatted(references.get(i), time, i));
        }
        return joins.toString();
    }

    private void write(LayerTable table, String insert) {
        String about =
                table.references().stream().map(name -> name.replace('_', ' ')).collect(Collectors.joining(", "));
        files.put(
                table.file(),
                "-- " + table.name().replace('_', ' ') + " with " + (about.isEmpty() ? "nothing else" : about) + ".\n"
                        + table.definition("input") + "\n{% include '../snippets/functions.sql' %}\n\n" + insert);
    }
}
