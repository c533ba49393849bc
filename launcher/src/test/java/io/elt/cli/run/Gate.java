package io.elt.cli.run;

import org.apache.flink.table.functions.ScalarFunction;

import java.nio.file.Files;
import java.nio.file.Path;

/** Lets a value through once there is a file: a job that calls it takes as long as a test wants. */
public final class Gate extends ScalarFunction {
    private static final long LOOK_AGAIN_MILLIS = 50;

    /** Its value for a row is not known before. */
    @Override
    public boolean isDeterministic() {
        return false;
    }

    /**
     * @param file that opens the gate
     */
    public String eval(String value, String file) throws InterruptedException {
        while (!Files.exists(Path.of(file))) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return value;
    }
}
