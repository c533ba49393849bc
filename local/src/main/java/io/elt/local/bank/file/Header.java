package io.elt.local.bank.file;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Column;

import java.util.ArrayList;
import java.util.List;

/** A file's columns in the order of its header line. A column that the bank does not know is kept, as text. */
record Header(List<Column> columns) {

    static Header read(BankTable table, String path, LineReader.Line line, List<String> problems) {
        if (line == null) {
            problems.add(path + ":1: the header line is missing; expected " + expected(table));
            return new Header(List.of());
        }
        List<Column> columns = new ArrayList<>();
        for (Fields.Field field : Fields.of(line.text()).fields()) {
            Column column = column(table, field.text().trim());
            if (columns.contains(column)) {
                problems.add(path + ":1: column \"" + column.header() + "\" is there twice");
            }
            columns.add(column);
        }
        for (Column column : table.columns()) {
            if (column.isInFile() && !columns.contains(column)) {
                problems.add(path + ":1: column \"" + column.header() + "\" is missing; expected " + expected(table));
            }
        }
        return new Header(List.copyOf(columns));
    }

    private static Column column(BankTable table, String header) {
        return table.columns().stream()
                .filter(column -> column.isInFile() && column.header().equals(header))
                .findFirst()
                .orElseGet(() -> Column.foreign(header));
    }

    private static String expected(BankTable table) {
        return String.join(
                ";",
                table.columns().stream()
                        .filter(Column::isInFile)
                        .map(Column::header)
                        .toList());
    }
}
