package io.elt.lake;

import io.elt.plan.TableName;
import io.elt.storage.ObjectStore;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.options.Options;
import org.apache.paimon.table.FileStoreTable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Paimon catalogs of a project, opened. */
public final class LakeCatalogs implements AutoCloseable {
    private final Map<String, Catalog> catalogs = new HashMap<>();

    /**
     * @param lakes the catalogs by name with their properties, as the plan has them
     * @throws io.elt.diagnostic.EltException if one is in an object store that does not let us
     */
    public LakeCatalogs(Map<String, Map<String, String>> lakes) {
        lakes.forEach((name, properties) -> {
            ObjectStore.ofCatalog(name, properties).ifPresent(ObjectStore::requireReachable);
            catalogs.put(name, CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(properties))));
        });
    }

    /** Whether a table is one of a lake, be it there or not. */
    public boolean holds(TableName name) {
        return catalogs.containsKey(name.catalog());
    }

    /** A table as it is now; empty if it is not there, or in no lake. */
    public Optional<FileStoreTable> table(TableName name) {
        if (!holds(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of((FileStoreTable) catalog(name).getTable(identifier(name)));
        } catch (Catalog.TableNotExistException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws IllegalArgumentException if there is no such lake
     */
    public Catalog catalog(String lake) {
        Catalog catalog = catalogs.get(lake);
        if (catalog == null) {
            throw new IllegalArgumentException("there is no lake " + lake);
        }
        return catalog;
    }

    Catalog catalog(TableName name) {
        return catalog(name.catalog());
    }

    static Identifier identifier(TableName name) {
        return Identifier.create(name.database(), name.table());
    }

    @Override
    public void close() {
        for (Catalog catalog : catalogs.values()) {
            try {
                catalog.close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close a catalog", e);
            }
        }
    }
}
