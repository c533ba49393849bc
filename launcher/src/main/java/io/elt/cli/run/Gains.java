package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.serving.StarRocks;
import io.elt.status.Lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each table gained between two moments: changes in the lake, rows on the serving side. */
final class Gains {
    private final Lake lake;
    private final LoadedProject loaded;
    private final SortedSet<TableName> inLake = new TreeSet<>();
    private final SortedSet<TableName> served = new TreeSet<>();
    private final Map<TableName, OptionalLong> snapshots = new TreeMap<>();
    private final Map<TableName, Long> rows = new TreeMap<>();

    private Gains(Lake lake, LoadedProject loaded, Plan plan) {
        this.lake = lake;
        this.loaded = loaded;
        for (Job job : plan.jobs()) {
            for (TableName table : job.writes()) {
                if (lake.holds(table)) {
                    inLake.add(table);
                } else if (loaded.serves(table)) {
                    served.add(table);
                }
            }
        }
    }

    /** Remembers how the tables that a plan writes are now. */
    static Gains since(Lake lake, LoadedProject loaded, Plan plan) {
        Gains gains = new Gains(lake, loaded, plan);
        gains.inLake.forEach(table -> gains.snapshots.put(table, lake.latestSnapshot(table)));
        gains.rows.putAll(gains.servedRows());
        return gains;
    }

    Rows now() {
        List<List<Object>> lines = new ArrayList<>();
        for (TableName table : inLake) {
            OptionalLong before = snapshots.get(table);
            long added = lake.latestSnapshot(table).orElse(0) - before.orElse(0);
            lines.add(row(table, lake.changesSince(table, before), "changes in " + added + " snapshots"));
        }
        servedRows().forEach((table, count) -> lines.add(row(table, count - rows.get(table), "rows, now " + count)));
        return new Rows(List.of("table", "gained", "unit"), lines);
    }

    private static List<Object> row(TableName table, long gained, String unit) {
        return List.of(table.toString(), gained, unit);
    }

    private Map<TableName, Long> servedRows() {
        Map<TableName, Long> counts = new TreeMap<>();
        if (served.isEmpty()) {
            return counts;
        }
        try (StarRocks starRocks = loaded.connectServing()) {
            for (TableName table : served) {
                String name = "`" + table.database() + "`.`" + table.table() + "`";
                Object count = starRocks
                        .query("SELECT COUNT(*) FROM " + name)
                        .rows()
                        .get(0)
                        .get(0);
                counts.put(table, ((Number) count).longValue());
            }
        }
        return counts;
    }
}
