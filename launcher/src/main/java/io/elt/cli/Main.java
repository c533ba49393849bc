package io.elt.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the {@code elt} command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        LogFolder.choose(arguments, System.getenv());
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = new Elt(System.getenv(), out, err).execute(arguments);
        out.flush();
        err.flush();
        // Libraries of the embedded stack leave threads behind that would keep the process alive.
        Runtime.getRuntime().halt(exitCode);
    }
}
