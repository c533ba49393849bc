package io.elt.diagnostic;

import java.util.Optional;

/** Gives the line that a diagnostic points at; empty where there is no such file, as for a value of the command line. */
@FunctionalInterface
public interface SourceLines {

    Optional<String> line(String file, int line);

    static SourceLines none() {
        return (file, line) -> Optional.empty();
    }
}
