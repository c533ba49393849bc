package io.elt.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One call of the command line. */
public record Called(int exitCode, String out, String err) {

    public static Called with(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Elt(environment, new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Called(exitCode, out.toString(), err.toString());
    }

    public static Called elt(String... arguments) {
        return with(Map.of(), arguments);
    }
}
