package io.elt.bench.warehouse;

import java.util.Map;

/** The dimensions: each a table of ODS, cleaned. */
final class DimLayer {
    private final Map<String, String> files;

    DimLayer(Map<String, String> files) {
        this.files = files;
    }

    LayerTable of(LayerTable reference) {
        LayerTable table =
                new LayerTable("dim", reference.name(), reference.columns(), reference.key(), reference.references());
        files.put(
                table.file(),
                """
                -- The dimension %1$s.
                %2$s
                INSERT INTO %3$s
                SELECT
                    %4$s,
                    NULLIF(TRIM(name), ''),
                    UPPER(region),
                    {{ translate('kind', {'A': 'active', 'C': 'closed', 'F': 'frozen', 'N': 'new'}) }},
                    rate
                FROM %5$s;
                """
                        .formatted(
                                table.name(), table.definition("input"), table.path(), table.id(), reference.path()));
        return table;
    }
}
