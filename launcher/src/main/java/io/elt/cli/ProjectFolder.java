package io.elt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The project's folder as the raw arguments say it: loggers and temporary files need to know it before anything else runs,
 * so before the command line is parsed.
 */
final class ProjectFolder {
    private ProjectFolder() {}

    static Path of(List<String> arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if ((argument.equals("-C") || argument.equals("--directory")) && i + 1 < arguments.size()) {
                return Path.of(arguments.get(i + 1));
            }
            for (String prefix : List.of("--directory=", "-C=", "-C")) {
                if (argument.startsWith(prefix) && argument.length() > prefix.length()) {
                    return Path.of(argument.substring(prefix.length()));
                }
            }
        }
        return Path.of(environment.getOrDefault("ELT_DIRECTORY", "."));
    }
}
