package io.elt.plan;

import io.elt.plan.JobPlanner.Depth;
import io.elt.plan.cache.PlanCache;
import io.elt.plan.cache.PlanMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is taken from the cache is what planning would have found: after every change the two are compared. */
class PlanCacheTest {
    private static final String COPY = "INSERT INTO lake.l.b SELECT id, word FROM lake.l.a;\n";
    private static final String COUNT = "INSERT INTO lake.l.c SELECT COUNT(*), MAX(word) FROM lake.l.b;\n";
    private static final String SERVE = "INSERT INTO rocks.ads.t SELECT id, word FROM lake.l.c;\n";

    @TempDir
    private Path folder;

    private SqlFiles files;
    private PlanCache cache;

    @BeforeEach
    void makeProject() {
        files = SqlFiles.in(folder.resolve("project"))
                .table("a")
                .table("b")
                .table("c")
                .file("catalogs/rocks.sql", "CREATE CATALOG rocks WITH ('type' = 'starrocks', 'password' = 'x');\n")
                .served(served("STRING"))
                .file("sql/dwd_copy.sql", COPY)
                .file("sql/dws_count.sql", COUNT.replace("COUNT(*)", "CAST(COUNT(*) AS INT)"))
                .file("sql/ads_serve.sql", SERVE);
        cache = PlanCache.in(folder.resolve("cache"));
        assertThat(checked().problems()).isEmpty();
    }

    private static ServedTable served(String type) {
        return new ServedTable(
                "starrocks",
                "ads",
                "t",
                List.of(new Column("id", "INT NOT NULL"), new Column("word", type)),
                List.of("id"));
    }

    /** Plans with the cache and without, twice, and compares. */
    private Checked checked() {
        PlanningInput input = files.input();
        Checked fresh = Planner.check(input);
        assertThat(Planner.check(input(input), cache)).isEqualTo(fresh);
        assertThat(Planner.check(input(input), cache)).isEqualTo(fresh);
        if (fresh.problems().isEmpty()) {
            assertThat(Planner.plan(input(input), cache)).isEqualTo(Planner.plan(input(input)));
        }
        return fresh;
    }

    /** The same statements, to be planned in another folder. */
    private PlanningInput input(PlanningInput input) {
        try {
            return new PlanningInput(
                    input.catalogs(),
                    input.scripts(),
                    input.served(),
                    input.unread(),
                    input.settings(),
                    Files.createTempDirectory(folder, "scratch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jobs of which the cache knows the plan; none if it knows nothing of such a project. */
    private TreeSet<String> known() {
        PlanningInput input = files.input();
        TreeSet<String> known = new TreeSet<>();
        Optional<PlanMemory> memory = cache.open(input);
        memory.ifPresent(open -> ScriptFile.byJob(input.scripts()).forEach((name, scripts) -> {
            if (!name.startsWith("ods_")
                    && open.job(name, scripts, Depth.OPTIMISED.name()).isPresent()) {
                known.add(name);
            }
        }));
        return known;
    }

    @Test
    void everythingIsKnownTheSecondTime() {
        assertThat(known()).containsExactly("ads_serve", "dwd_copy", "dws_count");
    }

    @Test
    void anotherProcessKnowsItToo() {
        cache = PlanCache.in(folder.resolve("cache"));

        assertThat(known()).hasSize(3);
        assertThat(PlanCache.in(folder.resolve("elsewhere")).open(files.input()).orElseThrow())
                .extracting(memory -> memory.definitions(files.input().scripts().get(0)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aChangedQueryIsPlannedAloneAndACommentIsNoChange() {
        files.file("sql/dwd_copy.sql", COPY.replace("SELECT id", "SELECT id + 1"));
        files.file("sql/ads_serve.sql", "-- A comment.\n\n" + SERVE);

        assertThat(known()).containsExactly("ads_serve", "dws_count");
        assertThat(checked().problems()).isEmpty();
        assertThat(known()).hasSize(3);
    }

    @Test
    void aChangedTableIsPlannedAnewWhereverItIsMentioned() {
        files.file(
                "sql/ods_b.sql",
                "CREATE DATABASE IF NOT EXISTS lake.l;\nCREATE TABLE IF NOT EXISTS lake.l.b"
                        + " (id BIGINT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED);\n");

        assertThat(known()).containsExactly("ads_serve");
        assertThat(checked().operators()).anySatisfy(job -> {
            assertThat(job.job()).isEqualTo("dwd_copy");
            assertThat(job.operators().toString()).contains("BIGINT");
        });
    }

    @Test
    void aTableThatGoesTakesAlongWhatWasKnownOfItsReaders() {
        files.file("sql/ods_a.sql", "-- nothing\n");

        assertThat(known()).containsExactly("ads_serve", "dws_count");
        assertThat(checked().problems()).singleElement().asString().contains("there is no table lake.l.a");
    }

    @Test
    void aTableOfTheSameNameInAnotherPlaceCouldBeWhatIsMeant() {
        files.file("sql/ods_z.sql", "CREATE DATABASE lake.z;\nCREATE TABLE lake.z.a (id INT);\n");

        assertThat(known()).isEmpty();
        assertThat(checked().problems()).isEmpty();
    }

    @Test
    void aChangedServedTable() {
        files = files.served(new ServedTable("starrocks", "ads", "other", List.of(), List.of()));
        assertThat(known()).hasSize(3);

        files.file("sql/ads_serve.sql", SERVE.replace("rocks.ads.t", "rocks.ads.other"));

        assertThat(checked().problems()).hasSize(1);
    }

    @Test
    void aChangedSettingOfTheTargetConcernsAll() {
        files.setting("table.exec.mini-batch.enabled", "true")
                .setting("table.exec.mini-batch.allow-latency", "1 s")
                .setting("table.exec.mini-batch.size", "100");

        assertThat(known()).isEmpty();
        assertThat(checked().problems()).isEmpty();
    }

    @Test
    void whereALakeIsDoesNotMatterWhatItIsDoes() {
        files.file("catalogs/lake.sql", "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '/elsewhere');\n");
        assertThat(known()).hasSize(3);
        assertThat(checked().plan().lakes().get("lake")).containsEntry("warehouse", "/elsewhere");

        files.file("catalogs/lake.sql", "CREATE CATALOG lake WITH ('type' = 'generic_in_memory');\n");
        assertThat(known()).isEmpty();
        checked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW lake.l.v AS SELECT 1 AS one;",
                "ALTER TABLE lake.l.a SET ('snapshot.num-retained.max' = '100');",
                "USE CATALOG lake; CREATE TABLE IF NOT EXISTS l.d (id INT);",
                "CREATE TABLE lake.l.d LIKE lake.l.a;",
                "CREATE TABLE lake.l.d (id INT); USE CATALOG lake;",
            })
    void aProjectThatSaysLessThanItMeansIsPlannedAnewEachTime(String sql) {
        files.file("sql/dwd_other.sql", sql + "\n");

        checked();
        assertThat(known()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMPORARY TABLE t (id INT, word STRING) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv');",
                "CREATE TEMPORARY TABLE t (id INT, word STRING) WITH ('connector' = 'datagen'); CREATE TEMPORARY TABLE u LIKE t;",
            })
    void aJobThatMayAskTheWorldIsPlannedAnewEachTime(String sql) {
        files.file("sql/dwd_other.sql", sql + "INSERT INTO lake.l.b SELECT id, word FROM t;\n");

        checked();
        assertThat(known()).containsExactly("ads_serve", "dwd_copy", "dws_count");
    }

    @Test
    void severalFilesOfOneJob() {
        files.file("sql/dwd_copy.sql", "{{ config(job='both') }}" + COPY);
        files.file(
                "sql/dws_count.sql", "{{ config(job='both') }}INSERT INTO lake.l.c SELECT id, word FROM lake.l.b;\n");

        checked();
        assertThat(known()).containsExactly("ads_serve", "both");

        files.file("sql/dws_count.sql", "{{ config(job='both') }}INSERT INTO lake.l.c SELECT id, 'x' FROM lake.l.b;\n");
        assertThat(known()).containsExactly("ads_serve");
        checked();
    }

    @Test
    void problemsAreToldEachTimeWithTheirHintsAndThenGone() {
        files.file("sql/dwd_copy.sql", COPY.replace("lake.l.a", "lake.l.aa"));
        Checked broken = checked();
        assertThat(broken.problems().get(0).hint()).hasValue("did you mean 'lake.l.a'?");
        assertThat(known()).containsExactly("ads_serve", "dws_count");

        files.file("sql/dwd_copy.sql", COPY);
        assertThat(known()).hasSize(3);
        assertThat(checked().problems()).isEmpty();
    }

    @Test
    void aCircleIsFoundAmongWhatIsKnown() {
        files.file("sql/dwd_back.sql", "INSERT INTO lake.l.a SELECT id, word FROM lake.l.c;\n");

        assertThat(checked().problems()).singleElement().asString().contains("read from each other");
        assertThat(checked().problems()).hasSize(1);
    }

    @Test
    void twoDefinitionsOfOneTableAreFoundAmongWhatIsKnown() {
        files.file("sql/ods_z.sql", "CREATE TABLE IF NOT EXISTS lake.l.c (id INT);\n");

        assertThat(checked().problems()).singleElement().asString().contains("already defined");
        assertThat(checked().problems()).hasSize(1);
    }

    @Test
    void secretsOfSourcesAreNotStoredAndStillThere() throws IOException {
        files.file("elt.yaml", "name: bank\nvars: {db_password: \"s3cr't-of-the-bank\"}\n");
        files.file(
                "sql/dwd_copy.sql",
                "CREATE TEMPORARY TABLE t (id INT, word STRING) WITH ('connector' = 'kafka', 'topic' = 't',"
                        + " 'properties.bootstrap.servers' = 'x:1', 'format' = 'json', 'properties.sasl.jaas.config'"
                        + " = 'user=me password={{ var('db_password') | replace(\"'\", \"''\") }};');\n"
                        + "INSERT INTO lake.l.b SELECT id, word FROM t;\n");

        Checked checked = checked();

        Map<String, String> options =
                checked.plan().job("dwd_copy").orElseThrow().inputs().get(0).options();
        assertThat(options.get("properties.sasl.jaas.config")).isEqualTo("user=me password=s3cr't-of-the-bank;");
        assertThat(known()).hasSize(3);
        assertThat(stored())
                .doesNotContain("s3cr")
                .doesNotContain("t-of-the-bank")
                .doesNotContain("user=me")
                .contains("properties.sasl.jaas.config");
    }

    @Test
    void aJobThatComputesWithASecretIsNotStored() throws IOException {
        files.file("elt.yaml", "name: bank\nvars: {salt_password: grain-of-salt}\n");
        files.file("sql/dwd_copy.sql", COPY.replace("word", "UPPER('{{ var('salt_password') }}')"));

        assertThat(checked().problems()).isEmpty();

        assertThat(known()).containsExactly("ads_serve", "dws_count");
        assertThat(stored().toLowerCase(Locale.ROOT)).doesNotContain("grain-of-salt");
    }

    @Test
    void rubbishInTheCacheIsReplaced() throws IOException {
        for (Path file : entries()) {
            Files.writeString(file, "rubbish");
        }
        assertThat(known()).isEmpty();

        assertThat(checked().problems()).isEmpty();
        assertThat(known()).hasSize(3);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    private String stored() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : entries()) {
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
