package io.elt.bench.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What analysts query: sums with the names of what they are sums of, in StarRocks. */
final class AdsLayer {
    private final Map<String, String> files;
    private final Map<String, List<String>> serving;

    /**
     * @param serving gets the definitions by area
     */
    AdsLayer(Map<String, String> files, Map<String, List<String>> serving) {
        this.files = files;
        this.serving = serving;
    }

    void of(LayerTable sums) {
        String by = sums.references().get(0);
        String selected =
                sums.columns().stream().map(column -> "s." + column.name()).collect(Collectors.joining(",\n    "));
        files.put(
                "sql/ads_" + sums.name() + ".sql",
                """
                -- For analysts: %1$s.
                INSERT INTO starrocks.ads.%2$s
                SELECT
                    %3$s,
                    d.name,
                    d.region
                FROM %4$s s
                LEFT JOIN lake.dim.%5$s d ON d.%5$s_id = s.%5$s_id;
                """
                        .formatted(sums.name().replace('_', ' '), sums.name(), selected, sums.path(), by));
        String area = sums.name().substring(0, sums.name().indexOf('_'));
        serving.computeIfAbsent(area, name -> new ArrayList<>()).add(served(sums));
    }

    /** StarRocks wants the columns of the key first. */
    private static String served(LayerTable sums) {
        List<TableColumn> columns = new ArrayList<>(sums.columns());
        columns.add(new TableColumn("name", "STRING"));
        columns.add(new TableColumn("region", "STRING"));
        return """
                CREATE TABLE IF NOT EXISTS ads.%1$s (
                    %2$s
                ) ENGINE = OLAP
                PRIMARY KEY (%3$s)
                COMMENT "%4$s"
                DISTRIBUTED BY HASH (%5$s) BUCKETS 4
                PROPERTIES ("replication_num" = "1");
                """
                .formatted(
                        sums.name(),
                        columns.stream()
                                .map(column -> column.name() + " " + column.servedType())
                                .collect(Collectors.joining(",\n    ")),
                        String.join(", ", sums.key()),
                        sums.name().replace('_', ' '),
                        sums.key().get(0));
    }
}
