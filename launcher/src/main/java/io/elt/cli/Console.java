package io.elt.cli;

import io.elt.cli.run.LiveView;

import java.util.Map;

/** What kind of terminal this is, if any. */
final class Console {
    private Console() {}

    /** Drawing over earlier lines needs a terminal that can move the cursor. */
    static LiveView.Screen screen(Map<String, String> environment) {
        boolean terminal = System.console() != null && !"dumb".equals(environment.get("TERM"));
        return terminal ? LiveView.Screen.TERMINAL : LiveView.Screen.LINES;
    }
}
