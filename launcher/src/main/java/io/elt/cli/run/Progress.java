package io.elt.cli.run;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells on standard error what is going on: {@code 1 of 9 START ods_account ... [OK in 1.2s]}. */
public final class Progress {
    private final PrintWriter out;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Runs one step and says how long it took; a step that throws is said to have failed, and the error goes on. */
    public <T> T step(String what, Supplier<T> step) {
        long start = System.nanoTime();
        out.print(what + " ... ");
        out.flush();
        try {
            T result = step.get();
            say("[OK in " + seconds(System.nanoTime() - start) + "]");
            return result;
        } catch (RuntimeException e) {
            say("[FAILED]");
            throw e;
        }
    }

    public void step(String what, Runnable step) {
        step(what, () -> {
            step.run();
            return null;
        });
    }

    public static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1fs", nanoseconds / 1e9);
    }
}
