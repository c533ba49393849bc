package io.elt.cli.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Columns that line up, numbers to the right, two spaces between; no frame, so that it can be cut and sorted. */
final class TablePrinter implements RowPrinter {
    private static final String GAP = "  ";

    @Override
    public String print(Rows rows) {
        int columns = rows.columns().size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] = Math.max(
                    rows.columns().get(i).length(),
                    rows.rows().stream()
                            .mapToInt(row -> text(row.get(column)).length())
                            .max()
                            .orElse(0));
            numeric[i] = !rows.rows().isEmpty()
                    && rows.rows().stream()
                            .allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
        }
        StringBuilder text = new StringBuilder();
        line(text, List.copyOf(rows.columns()), widths, numeric);
        rows.rows().forEach(row -> line(text, row, widths, numeric));
        return text.toString();
    }

    private static void line(StringBuilder text, List<?> cells, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = text(cells.get(i));
            String padding = " ".repeat(widths[i] - cell.length());
            line.append(i == 0 ? "" : GAP).append(numeric[i] ? padding + cell : cell + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (cell instanceof List<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        // A line break inside a cell would break the row.
        return cell == null ? "" : cell.toString().replace("\r", "\\r").replace("\n", "\\n");
    }
}
