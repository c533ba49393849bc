package io.elt.cli.run;

import io.elt.plan.FileAddress;

import java.nio.file.Path;

/** The folder of a lake, where it is a local one. */
final class Warehouse {
    private Warehouse() {}

    /**
     * @throws io.elt.diagnostic.EltException if it is a local folder that cannot be written
     */
    static void check(String warehouse) {
        if (warehouse.startsWith("file:") || warehouse.startsWith(FileAddress.LAKE + ":")) {
            EltFolder.writable(FileAddress.path(warehouse));
        } else if (warehouse.startsWith("/")) {
            EltFolder.writable(Path.of(warehouse));
        }
    }
}
