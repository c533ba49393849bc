package io.elt.bench.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A generated project.
 *
 * @param files their texts by their paths
 */
public record Warehouse(Map<String, String> files) {
    private static final List<String> FIXED = List.of(
            "catalogs/lake.sql",
            "catalogs/starrocks.sql",
            "macros/codes.sql",
            "macros/lake.sql",
            "macros/money.sql",
            "snippets/functions.sql",
            "snippets/standing.sql");

    public Warehouse {
        files = new TreeMap<>(files);
    }

    public static Warehouse generate(WarehouseSize size) {
        Chance chance = new Chance(size.seed());
        Map<String, String> sql = new TreeMap<>();
        Map<String, List<String>> serving = new TreeMap<>();
        List<LayerTable> sources = new Generation(size, chance, sql, serving).run();
        plant(size.problems(), chance, sql);
        Map<String, String> files = new TreeMap<>(sql);
        serving.forEach((area, tables) -> files.put(
                "sql/serving/" + area + ".sql", "CREATE DATABASE IF NOT EXISTS ads;\n\n" + String.join("\n", tables)));
        FIXED.forEach(path -> files.put(path, resource(path)));
        StringBuilder yaml = new StringBuilder(resource("project.yaml")).append("sources:\n");
        sources.forEach(source -> yaml.append(OdsLayer.source(source)));
        files.put("elt.yaml", yaml.toString());
        return new Warehouse(files);
    }

    public void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.writeString(path, file.getValue());
        }
    }

    /** Writes all files into a folder that has none of an earlier project afterwards. */
    public void writeAnew(Path folder) throws IOException {
        delete(folder);
        write(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void plant(int problems, Chance chance, Map<String, String> sql) {
        List<String> candidates = new ArrayList<>(sql.keySet());
        // Everything depends on ODS; a problem there would hide others.
        candidates.removeIf(path -> path.startsWith("sql/ods_") || path.startsWith("sql/dim_"));
        PlantedProblem[] kinds = PlantedProblem.values();
        List<String> chosen = chance.several(candidates, problems);
        for (int i = 0; i < chosen.size(); i++) {
            PlantedProblem kind = kinds[i % kinds.length];
            sql.compute(chosen.get(i), (path, text) -> kind.plant(text));
        }
    }

    private static String resource(String path) {
        try (InputStream text = Warehouse.class.getResourceAsStream("/warehouse/" + path)) {
            if (text == null) {
                throw new IllegalStateException("/warehouse/" + path + " is not on the class path");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
