package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.Optional;

/** What a query can ask about the connection it runs on. */
public interface SessionContext {
    Optional<String> database();

    String user();

    int connectionId();

    /** The value of {@code @@name}. */
    String systemVariable(String name) throws StarRocksException;

    /** The value of {@code @name}, empty when it was never set. */
    Optional<String> userVariable(String name);
}
