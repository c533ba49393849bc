package io.elt.cli;

import io.elt.diagnostic.EltException;

/** What the shell gets. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private ExitCode() {}

    static int of(EltException error) {
        return error.diagnostics().stream()
                        .allMatch(diagnostic -> diagnostic.code().isUsage())
                ? USAGE
                : FAILED;
    }
}
