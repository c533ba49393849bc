package io.elt.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a page shows of a terminal: commands, each with the output that it promises. */
record Transcript(List<Step> steps) {
    private static final String PROMPT = "$ ";
    private static final String ANYTHING = "...";
    private static final Pattern DURATION = Pattern.compile("\\[OK in \\d+\\.\\ds\\]");

    /**
     * One command.
     *
     * @param shown its output; {@code ...} stands for anything, on a line of its own for any lines
     */
    record Step(String command, String shown) {
        boolean fits(String output) {
            return pattern(shown).matcher(normal(output)).matches();
        }
    }

    static Transcript of(String content) {
        List<Step> steps = new ArrayList<>();
        String command = null;
        StringBuilder shown = new StringBuilder();
        for (String line : content.lines().toList()) {
            if (!line.startsWith(PROMPT)) {
                shown.append(line).append('\n');
                continue;
            }
            if (command != null) {
                steps.add(new Step(command, shown.toString()));
                shown.setLength(0);
            }
            command = line.substring(PROMPT.length()).strip();
        }
        if (command != null) {
            steps.add(new Step(command, shown.toString()));
        }
        return new Transcript(steps);
    }

    private static Pattern pattern(String shown) {
        StringBuilder pattern = new StringBuilder();
        for (String line : normal(shown).lines().toList()) {
            if (line.equals(ANYTHING)) {
                pattern.append("(?:.*\n)*");
                continue;
            }
            String separator = "";
            for (String part : line.split(Pattern.quote(ANYTHING), -1)) {
                pattern.append(separator).append(Pattern.quote(part));
                separator = ".*";
            }
            pattern.append('\n');
        }
        return Pattern.compile(pattern.toString());
    }

    /** How long a step took is never the same. */
    private static String normal(String text) {
        String lines = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return DURATION.matcher(lines).replaceAll("[OK]");
    }
}
