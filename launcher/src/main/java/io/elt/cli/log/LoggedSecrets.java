package io.elt.cli.log;

import io.elt.diagnostic.Redactor;

/** The secrets that this process knows. There is one log per process, and log4j makes its parts itself, so they are found here. */
public final class LoggedSecrets {
    private static volatile Redactor redactor = new Redactor();

    private LoggedSecrets() {}

    /** From now on these are taken out of what is logged, also those that it learns later. */
    public static void hide(Redactor secrets) {
        redactor = secrets;
    }

    static String redact(String line) {
        return redactor.redact(line);
    }
}
