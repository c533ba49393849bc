package io.elt.diagnostic;

/** Text that others made, fit for a terminal: what would move the cursor, colour it or turn the line around is shown as what it is. */
final class Visible {
    private static final int REPLACEMENT = 0xFFFD;

    private Visible() {}

    /** In one line. */
    static String line(String text) {
        return block(text.replace("\r", "\\r").replace("\n", "\\n"));
    }

    /** In as many lines as it has. */
    static String block(String text) {
        if (text.codePoints().noneMatch(Visible::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(letter(point)));
        return shown.toString();
    }

    /** What stands for a letter of a text. */
    static int letter(int point) {
        return isHidden(point) ? REPLACEMENT : point;
    }

    private static boolean isHidden(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        boolean turnsAround = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return control || turnsAround;
    }
}
