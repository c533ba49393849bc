package io.elt.unittest.flink;

import io.elt.plan.FileAddress;
import io.elt.plan.TableName;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.catalog.CatalogDatabaseImpl;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.flink.FlinkCatalog;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.table.Table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tables as they are outside of a test, made only as far as it takes to ask their connectors what they can do. Tables of
 * a lake are made in a throw-away one. Nothing is connected to.
 */
final class RealTables {
    private final Map<String, FlinkCatalog> lakes = new HashMap<>();
    private final Path scratch;
    private final AtomicInteger copies = new AtomicInteger();
    private final ClassLoader loader = RealTables.class.getClassLoader();

    /**
     * @param scratch a folder that is thrown away; others, in other threads, may use it too
     */
    RealTables(Path scratch) {
        try {
            this.scratch = Files.createTempDirectory(scratch, "lakes-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder in " + scratch, e);
        }
    }

    /** A Paimon catalog whose warehouse is thrown away. */
    void addLake(String name) {
        // Its own: files are planned beside each other, and Paimon fails where two make the same table.
        String warehouse = FileAddress.ofLake(scratch.resolve(name + "-" + UUID.randomUUID()));
        FlinkCatalog lake = (FlinkCatalog) FactoryUtil.createCatalog(
                name, Map.of("type", "paimon", "warehouse", warehouse), new Configuration(), loader);
        lake.open();
        lakes.put(name, lake);
    }

    /** A table of Paimon that is dropped when it is closed. */
    interface Copy extends AutoCloseable {
        Table table();

        /** For files that Paimon needs while it works. */
        Path scratch();
    }

    /** A new, empty table that is as one of those that were asked for their sinks. */
    Copy copy(TableName name) throws Exception {
        org.apache.paimon.catalog.Catalog lake = lakes.get(name.catalog()).catalog();
        Table original = lake.getTable(Identifier.create(name.database(), name.table()));
        Identifier copy = Identifier.create(name.database(), name.table() + "_copy_" + copies.incrementAndGet());
        Map<String, String> options = new HashMap<>(original.options());
        options.remove("path");
        // One bucket is enough, and a dynamic one cannot be written without Flink.
        options.put("bucket", "1");
        lake.createTable(
                copy,
                new Schema(
                        original.rowType().getFields(), original.partitionKeys(), original.primaryKeys(), options, ""),
                false);
        Table table = lake.getTable(copy);
        return new Copy() {
            @Override
            public Table table() {
                return table;
            }

            @Override
            public Path scratch() {
                return scratch;
            }

            @Override
            public void close() throws Exception {
                lake.dropTable(copy, true);
            }
        };
    }

    DynamicTableSource source(ObjectIdentifier name, ResolvedCatalogTable table, ReadableConfig settings) {
        DynamicTableSourceFactory factory = lake(name)
                .flatMap(FlinkCatalog::getFactory)
                .map(DynamicTableSourceFactory.class::cast)
                .orElse(null);
        return FactoryUtil.createDynamicTableSource(
                factory, name, made(name, table), Map.of(), settings, loader, factory == null);
    }

    DynamicTableSink sink(ObjectIdentifier name, ResolvedCatalogTable table, ReadableConfig settings) {
        DynamicTableSinkFactory factory = lake(name)
                .flatMap(FlinkCatalog::getFactory)
                .map(DynamicTableSinkFactory.class::cast)
                .orElse(null);
        return FactoryUtil.createDynamicTableSink(
                factory, name, made(name, table), Map.of(), settings, loader, factory == null);
    }

    /** Whether a table is one of a lake. */
    boolean isInLake(TableName name) {
        return lakes.containsKey(name.catalog());
    }

    private Optional<FlinkCatalog> lake(ObjectIdentifier name) {
        return Optional.ofNullable(lakes.get(name.getCatalogName()));
    }

    private ResolvedCatalogTable made(ObjectIdentifier name, ResolvedCatalogTable table) {
        Optional<FlinkCatalog> lake = lake(name);
        if (lake.isEmpty()) {
            return table;
        }
        ObjectPath path = name.toObjectPath();
        try {
            if (!lake.get().tableExists(path)) {
                lake.get().createDatabase(path.getDatabaseName(), new CatalogDatabaseImpl(Map.of(), ""), true);
                lake.get().createTable(path, table, true);
            }
            return new ResolvedCatalogTable((CatalogTable) lake.get().getTable(path), table.getResolvedSchema());
        } catch (org.apache.flink.table.catalog.exceptions.TableAlreadyExistException
                | org.apache.flink.table.catalog.exceptions.TableNotExistException
                | org.apache.flink.table.catalog.exceptions.DatabaseNotExistException
                | org.apache.flink.table.catalog.exceptions.DatabaseAlreadyExistException e) {
            throw new IllegalStateException("a lake of our own takes every table", e);
        }
    }
}
