package io.elt.runner;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A bundle has places for secrets that nobody gave. Nothing of it was executed. */
public final class UnresolvedSecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TreeSet<String> names;

    UnresolvedSecretException(String job, SortedSet<String> names) {
        super("job " + job + " needs " + (names.size() == 1 ? "a secret that is" : "secrets that are")
                + " not given: set "
                + names.stream().map(name -> JobSecrets.VARIABLE_PREFIX + name).collect(Collectors.joining(", "))
                + " in its environment, or add " + String.join(", ", names) + " to the file that "
                + JobSecrets.FILE_VARIABLE + " names");
        this.names = new TreeSet<>(names);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(names);
    }
}
