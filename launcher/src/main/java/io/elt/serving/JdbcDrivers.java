package io.elt.serving;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads the JDBC drivers of the class path once. The StarRocks connector announces MySQL's driver under its old name, and
 * Connector/J answers to that name with a complaint on standard error, which is neither about the project nor anything
 * that its author could change. Whoever loads the drivers first has the complaint; so we do, while nobody listens.
 */
public final class JdbcDrivers {
    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private JdbcDrivers() {}

    public static void load() {
        if (!LOADED.compareAndSet(false, true)) {
            return;
        }
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            DriverManager.drivers().forEach(driver -> {});
        } finally {
            System.setErr(terminal);
        }
    }
}
