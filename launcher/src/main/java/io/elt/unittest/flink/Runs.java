package io.elt.unittest.flink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs of this process by the ids of their jobs. Static, because sources and sinks come out of a serialised job graph and have nothing else in
 * common with the code that submitted it.
 */
final class Runs {
    private static final Map<String, Run> BY_JOB = new ConcurrentHashMap<>();

    private Runs() {}

    static void add(String job, Run run) {
        BY_JOB.put(job, run);
    }

    static void remove(String job) {
        BY_JOB.remove(job);
    }

    static Run of(String job) {
        Run run = BY_JOB.get(job);
        if (run == null) {
            throw new IllegalStateException("job " + job + " is over");
        }
        return run;
    }
}
