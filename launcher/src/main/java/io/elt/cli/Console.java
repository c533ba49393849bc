package io.elt.cli;

import io.elt.cli.run.LiveView;
import picocli.CommandLine.Model.CommandSpec;

import java.util.Map;

/** What kind of terminal this is, if any. */
final class Console {
    private static final int NARROWEST = 40;
    private static final int USUAL = 80;

    /** Longer lines are hard to read. */
    private static final int WIDEST = 100;

    private Console() {}

    /** Drawing over earlier lines needs a terminal that can move the cursor. */
    static LiveView.Screen screen(Map<String, String> environment) {
        boolean terminal = System.console() != null && !"dumb".equals(environment.get("TERM"));
        return terminal ? LiveView.Screen.TERMINAL : LiveView.Screen.LINES;
    }

    /** How many letters a line of prose has. */
    static int width(Map<String, String> environment, CommandSpec spec) {
        String said = environment.getOrDefault("COLUMNS", "");
        int width = USUAL;
        if (said.matches("\\d{1,4}")) {
            width = Integer.parseInt(said);
        } else if (System.console() != null) {
            width = spec.usageMessage().autoWidth(true).width();
        }
        return Math.max(NARROWEST, Math.min(width, WIDEST));
    }
}
