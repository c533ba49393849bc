package io.elt.cli;

import io.elt.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** The form of what goes to standard output. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    OutputFormat format;
}
