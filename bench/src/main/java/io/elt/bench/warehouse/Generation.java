package io.elt.bench.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which tables there are and what they are made of. Each layer reads only those below it. */
final class Generation {
    private final WarehouseSize size;
    private final Chance chance;
    private final Entities entities = new Entities();
    private final OdsLayer ods;
    private final DimLayer dim;
    private final DwdLayer dwd;
    private final DwsLayer dws;
    private final AdsLayer ads;

    Generation(WarehouseSize size, Chance chance, Map<String, String> files, Map<String, List<String>> serving) {
        this.size = size;
        this.chance = chance;
        this.ods = new OdsLayer(chance, files);
        this.dim = new DimLayer(files);
        this.dwd = new DwdLayer(chance, files);
        this.dws = new DwsLayer(files);
        this.ads = new AdsLayer(files, serving);
    }

    /** Returns the tables that have a source. */
    List<LayerTable> run() {
        List<LayerTable> sources = new ArrayList<>();
        List<String> dimensions = new ArrayList<>();
        for (int i = 0; i < size.dim(); i++) {
            LayerTable reference = ods.reference(entities.next());
            sources.add(reference);
            dimensions.add(dim.of(reference).name());
        }
        List<LayerTable> details = new ArrayList<>();
        for (int i = size.dim(); i < size.ods(); i++) {
            List<String> references = chance.several(dimensions, chance.between(1, 3));
            boolean events = chance.oneIn(4);
            LayerTable source =
                    events ? ods.events(entities.next(), references) : ods.changes(entities.next(), references);
            sources.add(source);
            details.add(events ? dwd.ofEvents(source) : dwd.of(source));
        }
        addPairs(details);
        chance.several(sums(details), size.ads()).forEach(ads::of);
        return sources;
    }

    private void addPairs(List<LayerTable> details) {
        List<LayerTable> changes =
                details.stream().filter(table -> !table.isEvents()).toList();
        while (details.size() < size.dwd()) {
            LayerTable left = chance.of(changes);
            String shared = chance.of(left.references());
            LayerTable right = other(changes, left, shared);
            details.add(dwd.pair(entities.next(), left, right, shared));
        }
    }

    /** Another table that refers to the dimension; the same one, joined with itself, if no other does. */
    private LayerTable other(List<LayerTable> tables, LayerTable one, String shared) {
        List<LayerTable> others = tables.stream()
                .filter(table -> table != one && table.references().contains(shared))
                .toList();
        return others.isEmpty() ? one : chance.of(others);
    }

    private List<LayerTable> sums(List<LayerTable> details) {
        List<LayerTable> changes =
                details.stream().filter(table -> !table.isEvents()).toList();
        List<LayerTable> sums = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        while (sums.size() < size.dws()) {
            LayerTable table = chance.of(details);
            String by = chance.of(table.references());
            if (!taken.add(table.name() + " " + by)) {
                continue;
            }
            if (table.isEvents()) {
                sums.add(dws.windowed(table, by));
            } else if (chance.oneIn(3)) {
                sums.add(dws.combined(entities.next(), table, other(changes, table, by), by));
            } else {
                sums.add(dws.grouped(table, by));
            }
        }
        return sums;
    }
}
