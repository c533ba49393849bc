package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.store.Catalog;
import io.elt.local.starrocks.store.Definitions;
import io.elt.local.starrocks.store.Storage;

/** What all sessions share. */
public record Engine(Storage storage, Catalog catalog, Definitions definitions, Sessions sessions) {
    public static Engine of(Storage storage, Catalog catalog) {
        return new Engine(storage, catalog, new Definitions(storage, catalog), new Sessions());
    }
}
