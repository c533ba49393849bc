package io.elt.cli.run;

import io.elt.project.Overrides;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code elt demo} was asked for.
 *
 * @param bank a folder in PKDD'99 form, empty for a generated bank
 * @param transactions how many the generated bank starts with
 * @param rate changes a second while it goes on
 */
public record DemoRequest(
        Path directory,
        Overrides overrides,
        Ports ports,
        Optional<Path> bank,
        long transactions,
        double rate,
        RunRequest.Until until) {}
