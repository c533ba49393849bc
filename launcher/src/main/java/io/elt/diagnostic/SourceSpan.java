package io.elt.diagnostic;

/**
 * A stretch of a file as its author sees it. Lines and columns start at 1 and count UTF-16 units, as editors and Flink's
 * parser do; the end is exclusive.
 *
 * @param file relative to the project, with '/' on every system
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn) {

    public SourceSpan {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "Not a span: " + file + ":" + line + ":" + column + "-" + endLine + ":" + endColumn);
        }
    }

    public static SourceSpan at(String file, int line, int column) {
        return new SourceSpan(file, line, column, line, column + 1);
    }

    public static SourceSpan ofFile(String file) {
        return at(file, 1, 1);
    }

    /** The span of {@code text[start, end)}, where {@code text} is the whole file. */
    public static SourceSpan within(String file, String text, int start, int end) {
        int line = 1;
        int lineStart = 0;
        int from = 0;
        for (int newline = text.indexOf('\n'); newline >= 0 && newline < start; newline = text.indexOf('\n', from)) {
            line++;
            from = newline + 1;
            lineStart = from;
        }
        int endLine = line;
        int endLineStart = lineStart;
        from = start;
        for (int newline = text.indexOf('\n', from);
                newline >= 0 && newline < end;
                newline = text.indexOf('\n', from)) {
            endLine++;
            from = newline + 1;
            endLineStart = from;
        }
        return new SourceSpan(file, line, start - lineStart + 1, endLine, end - endLineStart + 1);
    }

    /** {@code path:line:col}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
