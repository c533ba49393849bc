package io.elt.deployment;

import java.util.ArrayList;
import java.util.List;

/** How one list of lines becomes another one. */
final class TextDiff {
    private TextDiff() {}

    /** Unchanged lines are {@code ' '}, lines that go {@code '-'}, and lines that come {@code '+'}. */
    record Line(char change, String text) {}

    /** All lines, as few of them changed as possible. */
    static List<Line> of(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Line(' ', before.get(i++)));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line('-', before.get(i++)));
            } else {
                lines.add(new Line('+', after.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines both have in common from each pair of lines on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Changed lines with so many unchanged ones around them; a line of three dots where some are left out. */
    static List<Line> shortened(List<Line> lines, int around) {
        List<Line> kept = new ArrayList<>();
        boolean left = false;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearAChange(lines, i, around)) {
                if (left && !kept.isEmpty()) {
                    kept.add(new Line(' ', "..."));
                }
                kept.add(lines.get(i));
                left = false;
            } else {
                left = true;
            }
        }
        return kept;
    }

    private static boolean isNearAChange(List<Line> lines, int index, int around) {
        int from = Math.max(0, index - around);
        int to = Math.min(lines.size(), index + around + 1);
        return lines.subList(from, to).stream().anyMatch(line -> line.change() != ' ');
    }
}
