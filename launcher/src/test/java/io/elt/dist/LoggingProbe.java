package io.elt.dist;

import org.slf4j.LoggerFactory;

/** Logs as the libraries do, at each level. */
public final class LoggingProbe {
    private LoggingProbe() {}

    public static void main(String[] names) throws ClassNotFoundException {
        // Hadoop's client hangs without the old interface of log4j.
        Class.forName("org.apache.log4j.Level");
        for (String name : names) {
            LoggerFactory.getLogger(name).debug("at debug");
            LoggerFactory.getLogger(name).info("at info");
            LoggerFactory.getLogger(name).warn("at warn", new IllegalStateException("with its cause"));
        }
    }
}
