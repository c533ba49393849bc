package io.elt.plan;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogDatabaseImpl;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.operations.ddl.CreateCatalogOperation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The project's catalogs as planning sees them: nothing outside a throw-away folder is read or written. A lake is a real
 * Paimon catalog whose warehouse is that folder; a StarRocks catalog holds in memory what the project's serving files
 * say.
 */
final class PlanningCatalogs {
    /** Flink's own, which every session has. */
    static final String DEFAULT = "default_catalog";

    private static final String TYPE = "type";
    private static final String PAIMON = "paimon";
    private static final String STARROCKS = "starrocks";

    private final Path scratch;
    private final List<ServedTable> served;
    private final Map<String, String> settings;
    private final Map<String, Catalog> catalogs = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> lakes = new HashMap<>();

    /**
     * @param scratch a folder that may be filled
     */
    PlanningCatalogs(PlanningInput input, Path scratch) {
        this.scratch = scratch;
        this.served = input.served();
        this.settings = input.settings();
    }

    void create(CreateCatalogOperation operation) {
        String name = operation.getCatalogName();
        Map<String, String> properties = new HashMap<>(operation.getProperties());
        switch (properties.getOrDefault(TYPE, "")) {
            case PAIMON -> {
                lakes.put(name, properties);
                catalogs.put(name, throwAwayLake(name));
            }
            case STARROCKS -> catalogs.put(name, servingCatalog(name));
            default ->
                catalogs.put(
                        name,
                        FactoryUtil.createCatalog(
                                name, properties, new Configuration(), PlanningCatalogs.class.getClassLoader()));
        }
    }

    /** The Paimon catalogs with the properties that the project gives them, not the throw-away ones. */
    Map<String, Map<String, String>> lakes() {
        return lakes;
    }

    /** A session of its own, so that temporary objects of one job are never seen by another. */
    TableEnvironment newEnvironment() {
        return newEnvironment(EnvironmentSettings.inStreamingMode());
    }

    /** A session of the kind that a job asks for; Flink allows no change later. */
    TableEnvironment newEnvironment(Map<String, String> jobSettings) {
        return "batch".equalsIgnoreCase(jobSettings.get("execution.runtime-mode"))
                ? newEnvironment(EnvironmentSettings.inBatchMode())
                : newEnvironment();
    }

    @SuppressWarnings("deprecation") // Its successor makes a catalog out of properties; these already hold tables.
    private TableEnvironment newEnvironment(EnvironmentSettings mode) {
        TableEnvironment environment = TableEnvironment.create(mode);
        // What every job runs with: Paimon merges by key itself and refuses the planner's extra operator.
        environment.getConfig().set("table.exec.sink.upsert-materialize", "NONE");
        settings.forEach(environment.getConfig()::set);
        catalogs.forEach(environment::registerCatalog);
        return environment;
    }

    private Catalog throwAwayLake(String name) {
        return FactoryUtil.createCatalog(
                name,
                Map.of(TYPE, PAIMON, "warehouse", FileAddress.ofLake(scratch.resolve(name))),
                new Configuration(),
                PlanningCatalogs.class.getClassLoader());
    }

    private Catalog servingCatalog(String name) {
        GenericInMemoryCatalog catalog = new GenericInMemoryCatalog(name);
        for (ServedTable table : served) {
            if (table.catalogType().equals(STARROCKS)) {
                add(catalog, table);
            }
        }
        return catalog;
    }

    private static void add(GenericInMemoryCatalog catalog, ServedTable table) {
        Schema.Builder schema = Schema.newBuilder();
        table.columns().forEach(column -> schema.column(column.name(), column.type()));
        if (!table.primaryKey().isEmpty()) {
            schema.primaryKey(table.primaryKey());
        }
        try {
            catalog.createDatabase(table.database(), new CatalogDatabaseImpl(Map.of(), ""), true);
            catalog.createTable(
                    new ObjectPath(table.database(), table.table()),
                    CatalogTable.newBuilder()
                            .schema(schema.build())
                            .options(Map.of("connector", "blackhole"))
                            .build(),
                    false);
        } catch (Exception e) {
            throw new IllegalStateException("an empty in-memory catalog takes every table", e);
        }
    }
}
