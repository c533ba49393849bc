package io.elt.cli;

import io.elt.project.Overrides;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which project, seen by which target. */
final class ProjectOptions {
    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's folder, the one with elt.yaml (default: ${DEFAULT-VALUE}).")
    Path directory;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "TARGET",
            description = "The target of elt.yaml to use (default: the one that elt.yaml names).")
    String target;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "Sets a variable for this call; may be repeated.")
    Map<String, String> variables = new LinkedHashMap<>();

    Overrides overrides() {
        Overrides overrides = Overrides.none();
        if (target != null) {
            overrides = overrides.withTarget(target);
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            overrides = overrides.withVariable(variable.getKey(), variable.getValue());
        }
        return overrides;
    }
}
