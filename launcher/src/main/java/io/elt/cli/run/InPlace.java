package io.elt.cli.run;

import java.io.PrintWriter;

/** Text that is drawn over its former self on a terminal; elsewhere it is printed again only when it matters. */
final class InPlace {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_BELOW = "\u001b[J";
    /** A line that is too long is cut at the edge; wrapped, it would take two lines and the next drawing would be off. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintWriter out;
    private final LiveView.Screen screen;
    private long lines;
    private String last;

    InPlace(PrintWriter out, LiveView.Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    /**
     * @param essence where nothing can be redrawn, the text is printed only if this differs from the last one's
     */
    void draw(String text, String essence) {
        if (screen == LiveView.Screen.TERMINAL) {
            out.print((lines == 0 ? "" : String.format(UP, lines)) + CLEAR_BELOW + NO_WRAP + text + WRAP);
            lines = text.lines().count();
        } else if (!essence.equals(last)) {
            out.print(text);
        }
        last = essence;
        out.flush();
    }
}
