package io.elt.cli;

import io.elt.cli.run.LiveView;
import picocli.CommandLine.Model.CommandSpec;

import java.util.Map;
import java.util.Optional;

/** What kind of terminal this is, if any. */
final class Console {
    private static final int NARROWEST = 40;
    private static final int USUAL = 80;
    private static final int USUAL_TABLE = 120;

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
        return Math.max(NARROWEST, Math.min(known(environment, spec).orElse(USUAL), WIDEST));
    }

    /** How many letters a line of a table has, which may be longer than one that is read from end to end. */
    static int tableWidth(Map<String, String> environment, CommandSpec spec) {
        return Math.max(USUAL, known(environment, spec).orElse(USUAL_TABLE));
    }

    private static Optional<Integer> known(Map<String, String> environment, CommandSpec spec) {
        String said = environment.getOrDefault("COLUMNS", "");
        if (said.matches("\\d{1,4}")) {
            return Optional.of(Integer.parseInt(said));
        }
        return System.console() == null
                ? Optional.empty()
                : Optional.of(spec.usageMessage().autoWidth(true).width());
    }
}
