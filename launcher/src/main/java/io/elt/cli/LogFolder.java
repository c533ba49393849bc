package io.elt.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where the log goes: into the project's own {@code .elt}. Said before the first logger is made, which is before the
 * command line is parsed, so the folder is looked up in the raw arguments.
 */
final class LogFolder {
    private static final String PROPERTY = "elt.log.folder";

    private LogFolder() {}

    static void choose(String[] arguments, Map<String, String> environment) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(
                    PROPERTY,
                    project(List.of(arguments), environment).resolve(".elt/log").toString());
        }
    }

    static Path project(List<String> arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if ((argument.equals("-C") || argument.equals("--directory")) && i + 1 < arguments.size()) {
                return Path.of(arguments.get(i + 1));
            }
            for (String prefix : Arrays.asList("--directory=", "-C=", "-C")) {
                if (argument.startsWith(prefix) && argument.length() > prefix.length()) {
                    return Path.of(argument.substring(prefix.length()));
                }
            }
        }
        return Path.of(environment.getOrDefault("ELT_DIRECTORY", "."));
    }
}
