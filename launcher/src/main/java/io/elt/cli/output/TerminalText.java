package io.elt.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown for a terminal: paragraphs and list items wrapped, code as it is, links as their words. It knows as much of
 * markdown as the pages about problems use.
 */
public final class TerminalText {
    private static final String FENCE = "```";
    private static final String CODE_INDENT = "    ";
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]*\\)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) ");

    private final int width;
    private final Headings headings;
    private final StringBuilder text = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private String indent = "";
    private String bullet = "";

    /** How a heading stands out. */
    public enum Headings {
        PLAIN(""),
        BOLD("\u001b[1m");

        private final String start;

        Headings(String start) {
            this.start = start;
        }

        private String show(String heading) {
            return start.isEmpty() ? heading : start + heading + "\u001b[0m";
        }
    }

    private TerminalText(int width, Headings headings) {
        this.width = width;
        this.headings = headings;
    }

    public static String of(String markdown, int width, Headings headings) {
        TerminalText page = new TerminalText(width, headings);
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                page.endParagraph();
                code = !code;
            } else if (code) {
                page.text.append((CODE_INDENT + line).stripTrailing()).append('\n');
            } else {
                page.prose(line);
            }
        }
        page.endParagraph();
        return page.text.toString();
    }

    private void prose(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            endParagraph();
            text.append('\n');
        } else if (line.startsWith("#")) {
            endParagraph();
            text.append(headings.show(line.replaceFirst("#+ ", ""))).append('\n');
        } else if (item.lookingAt()) {
            endParagraph();
            bullet = item.group();
            indent = " ".repeat(bullet.length());
            add(line.substring(bullet.length()));
        } else {
            add(line);
        }
    }

    private void add(String line) {
        words.addAll(List.of(LINK.matcher(line).replaceAll("$1").strip().split("\\s+")));
    }

    private void endParagraph() {
        StringBuilder line = new StringBuilder(bullet);
        int taken = line.length();
        for (String word : words) {
            if (line.length() > taken && line.length() + 1 + word.length() > width) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                taken = line.length();
            }
            line.append(line.length() > taken ? " " : "").append(word);
        }
        if (!words.isEmpty()) {
            text.append(line).append('\n');
        }
        words.clear();
        bullet = "";
        indent = "";
    }
}
