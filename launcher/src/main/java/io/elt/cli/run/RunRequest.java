package io.elt.cli.run;

import io.elt.project.Overrides;
import io.elt.selector.Selection;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code elt run} was asked for.
 *
 * @param dates of a batch run; empty for streams
 */
public record RunRequest(
        Path directory,
        Overrides overrides,
        Ports ports,
        Selection selection,
        Until until,
        Start start,
        Optional<Dates> dates) {
    /** The times of a batch run as they were written. */
    public record Dates(Optional<String> from, Optional<String> to) {}

    /** When a run ends by itself. */
    public enum Until {
        /** Everything that was in the sources at the start is visible at the end of the graph. */
        CAUGHT_UP,
        /** Never. */
        STOPPED
    }
}
