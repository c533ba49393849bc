package io.elt.cli.output;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Columns that line up, numbers to the right, two spaces between; no frame, so that it can be cut and sorted. */
final class TablePrinter implements RowPrinter {
    private static final String GAP = "  ";

    /** So many rows decide how wide the columns are; a wider cell that comes later only shifts its own line. */
    private static final int MEASURED = 1_000;

    @Override
    public void print(List<String> columns, Iterator<List<Object>> rows, PrintWriter out) {
        List<List<Object>> first = new ArrayList<>();
        while (rows.hasNext() && first.size() < MEASURED) {
            first.add(rows.next());
        }
        int[] widths = new int[columns.size()];
        boolean[] numeric = new boolean[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    columns.get(i).length(),
                    first.stream()
                            .mapToInt(row -> text(row.get(column)).length())
                            .max()
                            .orElse(0));
            numeric[i] = first.stream().anyMatch(row -> row.get(column) != null)
                    && first.stream().allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
        }
        out.print(line(columns, widths, numeric));
        first.forEach(row -> out.print(line(row, widths, numeric)));
        while (rows.hasNext()) {
            out.print(line(rows.next(), widths, numeric));
        }
    }

    private static String line(List<?> cells, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = text(cells.get(i));
            String padding = " ".repeat(Math.max(0, widths[i] - cell.length()));
            line.append(i == 0 ? "" : GAP).append(numeric[i] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing() + '\n';
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (cell instanceof List<?> items) {
            return items.stream().map(TablePrinter::text).collect(Collectors.joining(" "));
        }
        if (cell instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        // A line break inside a cell would break the row.
        return cell == null ? "NULL" : cell.toString().replace("\r", "\\r").replace("\n", "\\n");
    }
}
