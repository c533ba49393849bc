package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.View;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes tables and views as {@code SHOW CREATE} shows them; reading it back gives the same table. */
public final class TableWriter {
    private TableWriter() {}

    public static String write(Table table) {
        StringBuilder text =
                new StringBuilder("CREATE TABLE ").append(quote(table.name().name()));
        text.append(" (\n");
        text.append(table.columns().stream().map(TableWriter::column).collect(Collectors.joining(",\n")));
        text.append("\n) ENGINE=OLAP \n");
        if (!table.keys().isEmpty()) {
            text.append(table.model().clause()).append(names(table)).append('\n');
        }
        if (!table.comment().isEmpty()) {
            text.append("COMMENT ").append(string(table.comment())).append('\n');
        }
        table.layout().partition().ifPresent(clause -> text.append(clause).append('\n'));
        table.layout().distribution().ifPresent(clause -> text.append(clause).append('\n'));
        table.layout().sort().ifPresent(clause -> text.append(clause).append('\n'));
        if (!table.layout().properties().isEmpty()) {
            text.append("PROPERTIES (\n");
            text.append(new TreeMap<>(table.layout().properties())
                    .entrySet().stream()
                            .map(entry -> string(entry.getKey()) + " = " + string(entry.getValue()))
                            .collect(Collectors.joining(",\n")));
            text.append("\n)");
        }
        return text.toString().stripTrailing() + ";";
    }

    public static String write(View view) {
        StringBuilder text =
                new StringBuilder("CREATE VIEW ").append(quote(view.name().name()));
        if (!view.columns().isEmpty()) {
            text.append(view.columns().stream()
                    .map(column -> quote(column.name())
                            + (column.comment().isEmpty() ? "" : " COMMENT " + string(column.comment())))
                    .collect(Collectors.joining(", ", " (", ")")));
        }
        if (!view.comment().isEmpty()) {
            text.append(" COMMENT ").append(string(view.comment()));
        }
        return text.append(" AS ").append(view.query()).append(';').toString();
    }

    private static String column(Column column) {
        StringBuilder text = new StringBuilder("  ").append(quote(column.name()));
        text.append(' ').append(column.type().columnType());
        text.append(column.nullable() ? " NULL" : " NOT NULL");
        column.defaultValue()
                .ifPresent(value -> text.append(" DEFAULT ").append(value.equals(Column.NOW) ? value : string(value)));
        return text.append(" COMMENT ").append(string(column.comment())).toString();
    }

    private static String names(Table table) {
        return table.keys().stream().map(TableWriter::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String string(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
