package io.elt.diagnostic;

/** A source line made fit for a terminal, and the carets below it: tabs widened, wide characters counted as two cells. */
record CaretLine(String shown, String carets) {

    private static final String CUT = "...";
    private static final int WIDEST = 160;
    private static final int CONTEXT = 40;
    private static final int TAB = 4;

    static CaretLine of(String line, SourceSpan span, Redactor redactor) {
        int start = Math.min(span.column() - 1, line.length());
        int lineEnd = span.endLine() > span.line() ? line.length() : Math.min(span.endColumn() - 1, line.length());
        int from = start + CONTEXT > WIDEST ? boundary(line, start - CONTEXT) : 0;
        int to = boundary(line, Math.min(line.length(), from + WIDEST));
        int end = Math.max(start, Math.min(lineEnd, to));

        String before = redactor.redact(line.substring(from, start));
        String marked = redactor.redact(line.substring(start, end));
        String after = redactor.redact(line.substring(end, Math.max(end, to)));
        String head = from > 0 ? CUT : "";
        String tail = to < line.length() ? CUT : "";
        if (!redactor.redact(line.substring(from, Math.max(end, to))).equals(before + marked + after)) {
            // A secret reaches over the border of the marked part: pointing at it exactly would show a piece of it.
            return new CaretLine(visible(redactor.redact(line), 0), "^");
        }
        String shownBefore = head + visible(before, head.length());
        int column = width(shownBefore);
        String shownMarked = visible(marked, column);
        String shownAfter = visible(after, column + width(shownMarked)) + tail;
        String carets = " ".repeat(column) + "^".repeat(Math.max(1, width(shownMarked)));
        return new CaretLine(shownBefore + shownMarked + shownAfter, carets);
    }

    private static int boundary(String line, int index) {
        boolean splits = index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
        return splits ? index - 1 : index;
    }

    private static String visible(String text, int startColumn) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '\t') {
                result.append(" ".repeat(TAB - (startColumn + width(result)) % TAB));
                return;
            }
            result.appendCodePoint(Visible.letter(point));
        });
        return result.toString();
    }

    private static int width(CharSequence text) {
        return text.codePoints().map(CaretLine::cells).sum();
    }

    private static int cells(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0xA4CF)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFF60)
                        || (point >= 0x1F300 && point <= 0x1FAFF)
                        || (point >= 0x20000 && point <= 0x3FFFD));
        return wide ? 2 : 1;
    }
}
