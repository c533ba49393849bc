package io.elt.cli.run;

import io.elt.project.Overrides;
import io.elt.selector.Selection;

import java.nio.file.Path;

/** What {@code elt run} was asked for. */
public record RunRequest(
        Path directory, Overrides overrides, Ports ports, Selection selection, Until until, Start start) {
    /** When a run ends by itself. */
    public enum Until {
        /** Everything that was in the sources at the start is visible at the end of the graph. */
        CAUGHT_UP,
        /** Never. */
        STOPPED
    }
}
