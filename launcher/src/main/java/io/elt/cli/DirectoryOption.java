package io.elt.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which project, for a command to which the target does not matter. */
final class DirectoryOption {
    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's folder, the one with elt.yaml (default: ${DEFAULT-VALUE}).")
    Path directory;
}
