package io.elt.lineage;

import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Planning;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Redactor;
import io.elt.lineage.TruePart.TrueColumn;
import io.elt.project.Overrides;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Fifty projects that are made up together with their lineage, which elt then has to find in their SQL. */
class GeneratedLineageTest {
    private static final String ELT_YAML =
            """
            name: generated
            targets:
              default: local
              local: {run-on: embedded}
            """;
    private static final String CATALOGS =
            """
            CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '/nowhere/lake');
            CREATE CATALOG starrocks WITH ('type' = 'starrocks', 'jdbc-url' = 'jdbc:mysql://nowhere:1');
            """;

    @TempDir
    private Path folder;

    private final AtomicInteger names = new AtomicInteger();

    private Random random;

    /** By table and column, * for its rows. */
    private final Map<String, Map<String, Map<String, Set<String>>>> truth = new TreeMap<>();

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasMadeIsFound(int seed) throws IOException {
        random = new Random(seed);
        write("elt.yaml", ELT_YAML);
        write("catalogs/all.sql", CATALOGS);
        List<TruePart> layer = topics();
        layer = layer("dwd", layer, 3);
        layer = layer("dws", layer, 3);
        views(served(layer));

        ProjectLoading loading = new ProjectLoading(Map.of(), new Redactor());
        LoadedProject loaded = loading.load(loading.read(folder, Overrides.none(), Ports.DEFAULT));
        Lineage lineage = LineageReader.read(Planning.trace(loaded), loaded.serving());

        assertThat(lineage.warnings()).isEmpty();
        truth.forEach((table, columns) ->
                assertThat(told(lineage, table)).as("%s, seed %s", table, seed).isEqualTo(columns));
        for (String table : truth.keySet()) {
            for (ColumnRef column : lineage.columns(table)) {
                assertThat(origins(lineage, column))
                        .as("%s, seed %s", column, seed)
                        .isEqualTo(trueOrigins(table, column));
            }
        }
    }

    /** Each with a file that takes it over. */
    private List<TruePart> topics() throws IOException {
        List<TruePart> tables = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String topic = "raw.topic" + i;
            List<TrueColumn> columns = columns(topic, 3 + random.nextInt(3));
            String declared =
                    columns.stream().map(GeneratedLineageTest::declared).collect(Collectors.joining(", "));
            String create = "CREATE TEMPORARY TABLE event (" + declared
                    + ", pos INT METADATA FROM 'partition' VIRTUAL) WITH ('connector' = 'kafka', 'topic' = '" + topic
                    + "', 'properties.bootstrap.servers' = 'nowhere:1', 'format' = 'json');\n";
            List<TrueColumn> read = new ArrayList<>(columns);
            read.add(new TrueColumn("pos", false, true, QueryMaker.itself(topic + ".pos")));
            TruePart source = new TruePart("event", read, Map.of());
            tables.add(table("ods", i, create, new QueryMaker(random, names, List.of(source), false).query(1)));
        }
        return tables;
    }

    private List<TrueColumn> columns(String table, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TrueColumn(
                        "f" + i, i > 0 && random.nextBoolean(), true, QueryMaker.itself(table + ".f" + i)))
                .toList();
    }

    private List<TruePart> layer(String name, List<TruePart> below, int count) throws IOException {
        List<TruePart> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TruePart query = new QueryMaker(random, names, below, false).query(1 + random.nextInt(4));
            tables.add(
                    switch (random.nextInt(3)) {
                        case 0 ->
                            table(
                                    name,
                                    i,
                                    "CREATE TEMPORARY VIEW v AS SELECT * FROM " + query.from() + " q;\n",
                                    new TruePart("v", query.columns(), query.rows()));
                        default -> table(name, i, "", query);
                    });
        }
        return tables;
    }

    private TruePart table(String layer, int i, String before, TruePart query) throws IOException {
        String table = "lake." + layer + ".t" + i;
        List<TrueColumn> columns = written(table, query);
        write(
                "sql/" + layer + "_" + i + ".sql",
                "CREATE DATABASE IF NOT EXISTS lake." + layer + ";\nCREATE TABLE " + table + " ("
                        + columns.stream().map(GeneratedLineageTest::declared).collect(Collectors.joining(", "))
                        + ");\n"
                        + before + "INSERT INTO " + table + " SELECT * FROM " + query.from() + " q;\n");
        return new TruePart(table, columns, Map.of());
    }

    /** Writes down what is true of a table that this query fills. */
    private List<TrueColumn> written(String table, TruePart query) {
        Map<String, Map<String, Set<String>>> columns = new TreeMap<>();
        List<TrueColumn> own = new ArrayList<>();
        for (TrueColumn column : query.columns()) {
            columns.put(column.name(), column.from());
            own.add(new TrueColumn(
                    column.name(), column.isText(), true, QueryMaker.itself(table + "." + column.name())));
        }
        columns.put(ColumnRef.ROWS, query.rows());
        truth.put(table, columns);
        return own;
    }

    private List<TruePart> served(List<TruePart> below) throws IOException {
        List<TruePart> tables = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String table = "starrocks.ads.s" + i;
            TruePart query = new QueryMaker(random, names, below, false).query(1);
            List<TrueColumn> columns = written(table, query);
            write(
                    "sql/serving/s" + i + ".sql",
                    "CREATE DATABASE IF NOT EXISTS ads;\nCREATE TABLE ads.s" + i + " ("
                            + columns.stream()
                                    .map(column ->
                                            column.name() + (column.isText() ? " VARCHAR(100)" : " INT") + " NULL")
                                    .collect(Collectors.joining(", "))
                            + ") DUPLICATE KEY (" + columns.get(0).name() + ");\n");
            write("sql/ads_" + i + ".sql", "INSERT INTO " + table + " SELECT * FROM " + query.from() + " q;\n");
            tables.add(new TruePart("ads.s" + i, columns, Map.of()));
        }
        return tables;
    }

    private void views(List<TruePart> tables) throws IOException {
        for (int i = 0; i < 2; i++) {
            TruePart query = new QueryMaker(random, names, tables, true).query(1 + random.nextInt(3));
            written("starrocks.ads.v" + i, query);
            write(
                    "sql/serving/v" + i + ".sql",
                    "CREATE VIEW ads.v" + i + " AS SELECT * FROM " + query.from() + " q;\n");
        }
    }

    private static String declared(TrueColumn column) {
        return column.name() + (column.isText() ? " STRING" : " INT");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, Map<String, Set<String>>> told(Lineage lineage, String table) {
        Map<String, Map<String, Set<String>>> told = new TreeMap<>();
        List<ColumnRef> columns = new ArrayList<>(lineage.columns(table));
        columns.add(ColumnRef.rows(columns.get(0).dataset()));
        for (ColumnRef column : columns) {
            Map<String, Set<String>> from = new TreeMap<>();
            lineage.graph().into(column).stream()
                    .filter(step -> step.to().equals(column))
                    .forEach(step -> from.computeIfAbsent(step.from().toString(), first -> new TreeSet<>())
                            .add(step.influence().text()));
            told.put(column.column(), from);
        }
        return told;
    }

    private static Map<String, Set<String>> origins(Lineage lineage, ColumnRef column) {
        Map<String, Set<String>> origins = new TreeMap<>();
        lineage.graph()
                .origins(column)
                .forEach((origin, influences) -> origins.put(
                        origin.toString(),
                        influences.stream()
                                .map(influence -> influence.text())
                                .collect(Collectors.toCollection(TreeSet::new))));
        return origins;
    }

    /** Every path up to a topic, one after the other. */
    private Map<String, Set<String>> trueOrigins(String table, ColumnRef column) {
        Map<String, Set<String>> found = new TreeMap<>();
        follow(table, column.column(), "identity", found, new HashSet<>());
        return found;
    }

    private void follow(
            String table, String column, String outer, Map<String, Set<String>> found, Set<List<String>> seen) {
        if (!seen.add(List.of(table, column, outer))) {
            return;
        }
        Map<String, Map<String, Set<String>>> columns = truth.get(table);
        if (columns == null) {
            found.computeIfAbsent(table + "." + column, first -> new TreeSet<>())
                    .add(outer);
            return;
        }
        TruePart.all(List.of(columns.get(column), columns.get(ColumnRef.ROWS)))
                .forEach((source, kinds) -> kinds.forEach(kind -> follow(
                        source.substring(0, source.lastIndexOf('.')),
                        source.substring(source.lastIndexOf('.') + 1),
                        TruePart.through(kind, outer),
                        found,
                        seen)));
    }
}
