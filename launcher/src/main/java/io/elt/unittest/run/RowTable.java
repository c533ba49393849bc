package io.elt.unittest.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of cells under a header, with marks below single cells. */
final class RowTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final List<Set<Integer>> marks = new ArrayList<>();

    RowTable(List<String> header) {
        add(header, Set.of());
    }

    /**
     * @param marked the cells that get a mark below
     */
    void add(List<String> cells, Set<Integer> marked) {
        lines.add(cells);
        marks.add(marked);
    }

    String print() {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            line(text, lines.get(i), widths);
            if (!marks.get(i).isEmpty()) {
                List<String> carets = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    int width = lines.get(i).get(column).length();
                    carets.add(marks.get(i).contains(column) ? "^".repeat(Math.max(1, width)) : "");
                }
                line(text, carets, widths);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : GAP)
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
