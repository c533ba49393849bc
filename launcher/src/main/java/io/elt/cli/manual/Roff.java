package io.elt.cli.manual;

/** Text in the language of {@code man}, by its macros. */
final class Roff {
    private final StringBuilder text = new StringBuilder();
    private boolean afterHeading;

    Roff heading(String title) {
        line(".SH " + quoted(title));
        afterHeading = true;
        return this;
    }

    Roff paragraph(String words) {
        return separated().line(text(escaped(words)));
    }

    /** Something and, indented below it, what it is. */
    Roff item(String term, String... paragraphs) {
        line(".TP").line(text(term));
        for (int i = 0; i < paragraphs.length; i++) {
            if (i > 0) {
                line(".IP");
            }
            line(text(escaped(paragraphs[i])));
        }
        return this;
    }

    /** Lines that stay as they are. */
    Roff example(Iterable<String> lines) {
        separated().line(".RS 4").line(".nf");
        lines.forEach(each -> line(text(escaped(each))));
        return line(".fi").line(".RE");
    }

    Roff line(String line) {
        text.append(line).append('\n');
        afterHeading = false;
        return this;
    }

    /** A heading separates by itself. */
    private Roff separated() {
        return afterHeading ? this : line(".PP");
    }

    static String bold(String words) {
        return "\\fB" + escaped(words) + "\\fR";
    }

    static String italic(String words) {
        return "\\fI" + escaped(words) + "\\fR";
    }

    /** What stands in quotes behind a macro. */
    static String quoted(String words) {
        return '"' + escaped(words).replace("\"", "\\(dq") + '"';
    }

    /** Letters that roff would take for something else, or would print in another form than a shell wants. */
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default ->
                    escaped.append(letter < 128 ? Character.toString(letter) : String.format("\\[u%04X]", letter));
            }
        });
        return escaped.toString();
    }

    /** A dot in front would make it a macro. */
    private static String text(String line) {
        return line.startsWith(".") ? "\\&" + line : line;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
