package io.elt.bench.warehouse;

import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Planning;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.cli.run.ProjectLoading.Caching;
import io.elt.diagnostic.Redactor;
import io.elt.plan.Checked;
import io.elt.plan.cache.PlanCache;
import io.elt.project.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is changed in a project: planning with what is remembered of its earlier states finds what planning anew finds, to the
 * last operator and problem.
 */
class WarehouseCacheIT {
    private static final int EDITS = 9;

    @TempDir
    private Path folder;

    private final Map<String, String> files =
            new TreeMap<>(Warehouse.generate(new WarehouseSize(20, 11, 0)).files());

    private final Random random = new Random(4);

    /** Something that an author does to a file of a kind. */
    private record Edit(String what, String files, UnaryOperator<String> change) {}

    private static final List<Edit> KINDS = List.of(
            new Edit("a query", "sql/(dwd|dws)_.*", sql -> sql.replaceFirst("\nWHERE ", "\nWHERE 1 < 2 AND ")),
            new Edit("a comment", "sql/[a-z]+_.*", sql -> "-- changed\n" + sql),
            new Edit("a type upstream", "sql/ods_.*", sql -> sql.replaceFirst(" STRING,", " VARCHAR(77),")),
            new Edit("a column that goes", "sql/ods_.*", sql -> sql.replaceFirst("\n    status STRING,", "")),
            new Edit(
                    "a key",
                    "sql/dim_.*",
                    sql -> sql.replaceFirst("PRIMARY KEY \\((\\w+)\\)", "PRIMARY KEY ($1, name)")),
            new Edit("a macro", "macros/money.sql", text -> text.replace("20, 2", "24, 2")),
            new Edit("a macro's comment", "macros/lake.sql", text -> "{# changed #}\n" + text),
            new Edit("an include", "snippets/standing.sql", text -> "f.currency IS NOT NULL AND " + text),
            new Edit("a variable", "elt.yaml", text -> text.replaceFirst("buckets: \\d+", "buckets: 7")),
            new Edit("a setting", "elt.yaml", text -> text.replaceFirst("size: \\d+", "size: 777")),
            new Edit("the target's state", "elt.yaml", text -> text.replaceFirst("state: \\d+ d", "state: 9 d")),
            new Edit("serving", "sql/serving/.*", text -> text.replaceFirst("BIGINT NOT NULL", "INT NOT NULL")),
            new Edit("serving that goes", "sql/serving/.*", text -> "CREATE DATABASE IF NOT EXISTS ads;\n"),
            new Edit("a word", "sql/(dwd|dws|ads)_.*", PlantedProblem.WORD_MISSPELT::plant),
            new Edit("a misspelt column", "sql/(dwd|dws|ads)_.*", PlantedProblem.COLUMN_MISSPELT::plant),
            new Edit("a file that goes", "sql/(ods|dim|dwd)_.*", sql -> "-- nothing\n"));

    @Test
    void findsWhatPlanningAnewFinds() throws IOException {
        PlanCache cache = PlanCache.in(folder.resolve("cache"));
        compare("at first", cache);
        for (int i = 0; i < EDITS; i++) {
            Edit edit = KINDS.get((i * 5 + random.nextInt(2)) % KINDS.size());
            List<String> candidates = files.keySet().stream()
                    .filter(path -> path.matches(edit.files))
                    .toList();
            String path = candidates.get(random.nextInt(candidates.size()));
            String before = files.get(path);
            files.put(path, edit.change.apply(before));

            compare(edit.what + " in " + path, cache);

            if (random.nextBoolean()) {
                files.put(path, before);
            }
        }
    }

    private void compare(String what, PlanCache cache) throws IOException {
        Path project = folder.resolve("project");
        new Warehouse(files).writeAnew(project);
        ProjectLoading loading = new ProjectLoading(Map.of(), new Redactor(), Caching.OFF);
        LoadedProject loaded = loading.load(loading.read(project, Overrides.none(), Ports.DEFAULT));

        Checked anew = Planning.check(loaded);

        assertThat(Planning.check(loaded.with(cache)).problems()).as(what).isEqualTo(anew.problems());
        Checked remembered = Planning.check(loaded.with(cache));
        assertThat(remembered.problems()).as(what).isEqualTo(anew.problems());
        assertThat(remembered.operators().equals(anew.operators()))
                .as(what + ": operators")
                .isTrue();
        assertThat(remembered.plan().equals(anew.plan())).as(what + ": plan").isTrue();
    }
}
