package io.elt.cli.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Columns that line up and stay within a width: what does not fit goes on in the next line of its column. */
final class Columns {
    private static final String GAP = "  ";

    private final int[] widths;

    private Columns(int[] widths) {
        this.widths = widths;
    }

    /** As wide as the cells need; if that is too wide, the widest give way first, down to their longest word. */
    static Columns fit(List<List<String>> rows, int width) {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[count];
        int[] words = new int[count];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
                words[i] = Math.max(words[i], longestWord(row.get(i)));
            }
        }
        int over = Arrays.stream(widths).sum() + GAP.length() * (count - 1) - width;
        for (int i = 0; i < over; i++) {
            widest(widths, words).ifPresent(widest -> widths[widest]--);
        }
        return new Columns(widths);
    }

    List<String> lines(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(wrap(row.get(i), widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                text.append(i == 0 ? "" : GAP).append(part).append(" ".repeat(Math.max(0, widths[i] - part.length())));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    /** The widest of those that can give way. */
    private static OptionalInt widest(int[] widths, int[] words) {
        return IntStream.range(0, widths.length)
                .filter(i -> widths[i] > words[i])
                .reduce((first, second) -> widths[second] > widths[first] ? second : first);
    }

    private static int longestWord(String cell) {
        return Arrays.stream(cell.split(" ")).mapToInt(String::length).max().orElse(0);
    }

    /** At spaces; a word that is too long is left whole, for half a name is none. */
    private static List<String> wrap(String cell, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : cell.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
