package io.elt.plan.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.plan.Checked;
import io.elt.plan.Column;
import io.elt.plan.SqlFiles;
import io.elt.plan.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What the optimiser's tree says about what a job keeps and passes on. */
class OperatorReaderTest {
    private static final String EVENTS =
            """
            CREATE TEMPORARY TABLE event (id INT, word STRING, ts TIMESTAMP(3), p AS PROCTIME(),
                WATERMARK FOR ts AS ts - INTERVAL '1' SECOND) WITH ('connector' = 'datagen');
            CREATE TEMPORARY TABLE other (id INT, word STRING, ts TIMESTAMP(3), p AS PROCTIME(),
                WATERMARK FOR ts AS ts - INTERVAL '1' SECOND) WITH ('connector' = 'datagen');
            CREATE TEMPORARY TABLE printed (id INT, word STRING) WITH ('connector' = 'print');
            CREATE TEMPORARY TABLE keyed (id INT, word STRING, PRIMARY KEY (id) NOT ENFORCED)
                WITH ('connector' = 'upsert-kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'nowhere:1',
                    'key.format' = 'json', 'value.format' = 'json');
            """;

    @TempDir
    private Path folder;

    private SqlFiles files;

    @BeforeEach
    void makeTables() {
        files = SqlFiles.in(folder)
                .file(
                        "sql/ods_a.sql",
                        """
                        CREATE DATABASE IF NOT EXISTS lake.l;
                        CREATE TABLE lake.l.a (id INT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED)
                            WITH ('changelog-producer' = 'input');
                        CREATE TABLE lake.l.b (id INT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED)
                            WITH ('changelog-producer' = 'input');
                        CREATE TABLE lake.l.c (id INT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED);
                        """);
    }

    private JobOperators job(String sql) {
        return files.file("sql/dwd_job.sql", sql).checkedWell().operators().get(0);
    }

    private static Operator only(JobOperators job, OperatorType type) {
        assertThat(job.of(type)).hasSize(1);
        return job.of(type).get(0);
    }

    @Test
    void aScanAndASinkSayTheirTableItsColumnsAndTheChanges() {
        JobOperators job = job("INSERT INTO lake.l.b SELECT id + 1, UPPER(word) FROM lake.l.a;");

        assertThat(only(job, OperatorType.TABLE_SOURCE_SCAN)).satisfies(scan -> {
            assertThat(scan.table()).contains(new TableName("lake", "l", "a"));
            assertThat(scan.changelog()).isEqualTo(ChangelogKind.RETRACT);
            assertThat(scan.deletes()).isTrue();
            assertThat(scan.upsertKeys()).containsExactly(List.of("id"));
            assertThat(scan.inputs()).isEmpty();
        });
        assertThat(only(job, OperatorType.SINK)).satisfies(sink -> {
            assertThat(sink.table()).contains(new TableName("lake", "l", "b"));
            assertThat(sink.columns()).extracting(Column::name).containsExactly("id", "word");
            assertThat(sink.upsertKeys())
                    .as("id + 1 is no key that Flink knows")
                    .isEmpty();
            assertThat(sink.description()).isEqualTo("writes lake.l.b");
        });
        assertThat(job.stateful()).isEmpty();
        assertThat(job.written(new TableName("lake", "l", "b"))).contains(ChangelogKind.RETRACT);
        assertThat(job.read(new TableName("lake", "l", "b"))).isEmpty();
    }

    @Test
    void aJoinKeepsBothSidesByWhatItKnowsOfTheirKeys() {
        JobOperators job = job(
                """
                CREATE TEMPORARY TABLE event (id INT, word STRING) WITH ('connector' = 'datagen');
                INSERT INTO lake.l.b SELECT a.id, e.word FROM lake.l.a JOIN event e ON e.id = a.id;
                """);

        assertThat(only(job, OperatorType.JOIN)).satisfies(join -> {
            assertThat(join.description()).isEqualTo("inner join on id");
            assertThat(join.time()).isEqualTo(TimeKind.NONE);
            assertThat(join.state())
                    .containsExactly(
                            new State("leftState", "one left row", List.of("id"), Retention.FOR_EVER, 0),
                            new State(
                                    "rightState",
                                    "all right rows, each with how often it came",
                                    List.of("id"),
                                    Retention.FOR_EVER,
                                    0));
        });
    }

    @Test
    void theLifeOfStateIsWhatTheTargetTheFileOrAHintSays() {
        String join = "INSERT INTO lake.l.c SELECT %s MAX(b.id), a.word FROM lake.l.a LEFT JOIN lake.l.b ON a.id = b.id"
                + " GROUP BY a.word;";
        String hint = "/*+ STATE_TTL('a' = '1 d', 'b' = '2 d') */";
        files.setting("table.exec.state.ttl", "3 h")
                .file("sql/dwd_1.sql", join.formatted(""))
                .file("sql/dwd_2.sql", "SET 'table.exec.state.ttl' = '4 h';\n" + join.formatted(""))
                .file("sql/dwd_3.sql", join.formatted(hint));

        List<JobOperators> jobs = files.checkedWell().operators();

        assertThat(jobs)
                .extracting(job -> job.stateful().stream()
                        .flatMap(operator -> operator.state().stream())
                        .map(state -> state.ttl().orElseThrow().toHours())
                        .toList())
                .containsExactly(List.of(3L, 3L, 3L), List.of(4L, 4L, 4L), List.of(24L, 48L, 3L));
    }

    @Test
    void anAggregateKeepsItsGroupsAndInTwoPhasesOnlyTheSecondDoes() {
        files.setting("table.exec.mini-batch.enabled", "true")
                .setting("table.exec.mini-batch.allow-latency", "1 s")
                .setting("table.exec.mini-batch.size", "10");

        JobOperators job = job("INSERT INTO lake.l.b SELECT CHAR_LENGTH(word), CAST(COUNT(DISTINCT id) AS STRING)"
                + " FROM lake.l.a GROUP BY CHAR_LENGTH(word);");

        assertThat(only(job, OperatorType.LOCAL_GROUP_AGGREGATE).state()).isEmpty();
        assertThat(only(job, OperatorType.GLOBAL_GROUP_AGGREGATE).state())
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.holds()).isEqualTo("the aggregates and their distinct values");
                    assertThat(state.retention()).isEqualTo(Retention.FOR_EVER);
                });
    }

    @Test
    void windowsAndIntervalsForgetByTimeAndSayByWhichClock() {
        JobOperators job = job(
                EVENTS
                        + """
                INSERT INTO printed SELECT e.id, o.word FROM event e, other o
                WHERE e.id = o.id AND e.ts BETWEEN o.ts - INTERVAL '1' HOUR AND o.ts;
                INSERT INTO printed SELECT CAST(COUNT(*) AS INT), word
                FROM TABLE(TUMBLE(TABLE event, DESCRIPTOR(p), INTERVAL '1' MINUTE)) GROUP BY word, window_start, window_end;
                """);

        assertThat(only(job, OperatorType.INTERVAL_JOIN)).satisfies(join -> {
            assertThat(join.time()).isEqualTo(TimeKind.EVENT);
            assertThat(join.watermark()).isTrue();
            assertThat(join.state()).extracting(State::retention).containsOnly(Retention.TIME);
        });
        assertThat(only(job, OperatorType.WINDOW_AGGREGATE)).satisfies(window -> {
            assertThat(window.time()).isEqualTo(TimeKind.PROCESSING);
            assertThat(window.state()).extracting(State::retention).containsOnly(Retention.TIME);
        });
        assertThat(only(job, OperatorType.INTERVAL_JOIN).inserts()).containsExactly(4);
        assertThat(only(job, OperatorType.WINDOW_AGGREGATE).inserts()).containsExactly(5);
    }

    @Test
    void whatSeveralInsertsNeedIsThereOnce() {
        JobOperators job = job(
                """
                CREATE TEMPORARY VIEW counted AS SELECT word, MAX(id) AS id FROM lake.l.a GROUP BY word;
                CREATE TEMPORARY TABLE printed (id INT, word STRING) WITH ('connector' = 'print');
                INSERT INTO lake.l.b SELECT id, word FROM counted;
                INSERT INTO printed SELECT id, word FROM counted;
                """);

        assertThat(only(job, OperatorType.GROUP_AGGREGATE).inserts()).containsExactly(2, 3);
        assertThat(job.of(OperatorType.SINK)).extracting(Operator::inserts).containsExactly(List.of(2), List.of(3));
        assertThat(job.operators())
                .allSatisfy(operator -> assertThat(operator.inputs()).allMatch(input -> input < operator.id()));
    }

    @Test
    void rankingAndDeduplicationKeepRowsByPartition() {
        JobOperators job = job(
                EVENTS
                        + """
                INSERT INTO printed SELECT id, word FROM (
                    SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts DESC) AS n FROM event) WHERE n = 1;
                INSERT INTO printed SELECT id, word FROM (
                    SELECT *, ROW_NUMBER() OVER (PARTITION BY word ORDER BY id) AS n FROM lake.l.a) WHERE n <= 3;
                """);

        assertThat(only(job, OperatorType.DEDUPLICATE)).satisfies(deduplicate -> {
            assertThat(deduplicate.description()).isEqualTo("keeps the last row per id");
            assertThat(deduplicate.time()).isEqualTo(TimeKind.EVENT);
            assertThat(deduplicate.changelog()).isEqualTo(ChangelogKind.RETRACT);
        });
        assertThat(only(job, OperatorType.RANK).state())
                .containsExactly(new State("rankState", "all rows, in order", List.of("word"), Retention.FOR_EVER, 0));
    }

    @Test
    void whatASourceDoesNotTellIsRemembered() {
        JobOperators job = job(EVENTS + "INSERT INTO lake.l.b SELECT id, word FROM keyed;");

        assertThat(only(job, OperatorType.CHANGELOG_NORMALIZE).state())
                .containsExactly(
                        new State("changelogNormalizeState", "the latest row", List.of("id"), Retention.FOR_EVER, 0));
    }

    @Test
    void theOperatorThatOrdersChangesForASinkIsOneOfItsOwn() {
        JobOperators job = job(EVENTS
                + "SET 'table.exec.sink.upsert-materialize' = 'FORCE';\n"
                + "INSERT INTO keyed SELECT MAX(id), word FROM lake.l.a GROUP BY word;");

        Operator sink = only(job, OperatorType.SINK);
        Operator materializer = only(job, OperatorType.SINK_MATERIALIZER);
        assertThat(job.inputsOf(sink)).containsExactly(materializer);
        assertThat(materializer.state())
                .containsExactly(
                        new State("sinkMaterializeState", "all rows of a key", List.of("id"), Retention.FOR_EVER, 0));
        assertThat(sink.state()).isEmpty();
    }

    @Test
    void aLookupSaysWhatItAsksByAndWhatItKeeps() {
        JobOperators job = job(EVENTS
                + "INSERT INTO printed SELECT e.id, b.word FROM event e"
                + " LEFT JOIN lake.l.b FOR SYSTEM_TIME AS OF e.p AS b ON b.id = e.id;");

        Operator join = only(job, OperatorType.LOOKUP_JOIN);
        assertThat(join.lookup())
                .contains(new Lookup(new TableName("lake", "l", "b"), List.of("id"), true, false, LookupCache.PARTIAL));
        assertThat(join.description()).isEqualTo("looks up lake.l.b");
        assertThat(join.time()).isEqualTo(TimeKind.PROCESSING);
    }

    @Test
    void edgesGoThroughTablesOfTheWarehouseNotThroughTemporaryOnesOfTheSameName() {
        String temporary = "CREATE TEMPORARY TABLE t (id INT, word STRING) WITH ('connector' = '%s');\n";
        List<JobOperators> jobs = files.file(
                        "sql/dwd_1.sql",
                        temporary.formatted("print")
                                + "INSERT INTO t SELECT * FROM lake.l.a; INSERT INTO lake.l.b SELECT * FROM lake.l.a;")
                .file(
                        "sql/dwd_2.sql",
                        temporary.formatted("datagen") + "INSERT INTO lake.l.c SELECT t.id, b.word FROM t"
                                + " LEFT JOIN lake.l.b ON b.id = t.id WHERE t.id IS NOT NULL;")
                .checkedWell()
                .operators();

        assertThat(Edge.between(jobs))
                .containsExactly(new Edge(
                        new TableName("lake", "l", "b"), "dwd_1", ChangelogKind.RETRACT, "dwd_2", Reading.RETRACT));
    }

    @Test
    void jobsThatCannotBePlannedAreLeftOutAndTheOthersAreThere() {
        Checked checked = files.file("sql/dwd_bad.sql", "INSERT INTO lake.l.b SELECT * FROM lake.l.nothing;")
                .file("sql/dwd_good.sql", "INSERT INTO lake.l.b SELECT * FROM lake.l.a;")
                .checked();

        assertThat(checked.problems()).hasSize(1);
        assertThat(checked.operators()).extracting(JobOperators::job).containsExactly("dwd_good");
    }

    @Test
    void itIsTheSameEachTimeAndSurvivesJson() throws IOException {
        String sql = EVENTS
                + "INSERT INTO lake.l.b SELECT a.id, MAX(k.word) FROM lake.l.a LEFT JOIN keyed k ON a.word = k.word"
                + " GROUP BY a.id;";
        ObjectMapper json = new ObjectMapper();

        String first = json.writeValueAsString(job(sql));

        assertThat(json.writeValueAsString(job(sql))).isEqualTo(first);
        assertThat(json.readValue(first, JobOperators.class)).isEqualTo(job(sql));
    }
}
