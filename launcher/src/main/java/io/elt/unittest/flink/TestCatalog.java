package io.elt.unittest.flink;

import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.factories.Factory;

import java.util.Optional;

/** A catalog whose tables deliver what a case gives, and keep what is written to them. */
final class TestCatalog extends GenericInMemoryCatalog {
    private final TestTables tables;

    TestCatalog(String name, String database, TestTables tables) {
        super(name, database);
        this.tables = tables;
    }

    @Override
    public Optional<Factory> getFactory() {
        return Optional.of(tables);
    }
}
