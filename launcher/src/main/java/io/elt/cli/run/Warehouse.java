package io.elt.cli.run;

import io.elt.plan.FileAddress;
import io.elt.storage.ObjectStore;

import java.nio.file.Path;
import java.util.Map;

/** The place of a lake, before jobs write there. */
final class Warehouse {
    private static final String LOCK = "lock.enabled";

    private Warehouse() {}

    /**
     * @param properties of the catalog
     * @throws io.elt.diagnostic.EltException if it is a local folder that cannot be written, or a bucket in which two jobs that
     *     write one table would lose what one of them wrote
     */
    static void check(String catalog, Map<String, String> properties) {
        String warehouse = properties.getOrDefault("warehouse", "");
        if (warehouse.startsWith("file:") || warehouse.startsWith(FileAddress.LAKE + ":")) {
            EltFolder.writable(FileAddress.path(warehouse));
        } else if (warehouse.startsWith("/")) {
            EltFolder.writable(Path.of(warehouse));
        }
        ObjectStore.ofCatalog(catalog, properties).ifPresent(store -> {
            store.requireReachable();
            if (!properties.containsKey(LOCK)) {
                store.requireConditions();
            }
        });
    }
}
