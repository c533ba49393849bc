package io.elt.plan.column;

import io.elt.plan.SqlFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What each column of a query depends on, and how. */
class FlowReaderTest {
    private static final String EVENT =
            """
            CREATE TEMPORARY TABLE event (
                id INT, word STRING, tags ARRAY<STRING>, place ROW<city STRING, zip INT>, ts TIMESTAMP(3), p AS PROCTIME(),
                twice AS id * 2, WATERMARK FOR ts AS ts - INTERVAL '1' SECOND
            ) WITH ('connector' = 'datagen');
            CREATE TEMPORARY FUNCTION halves AS 'io.elt.plan.column.Halves';
            CREATE TEMPORARY TABLE topic (
                id INT, word STRING, pos BIGINT METADATA FROM 'offset' VIRTUAL, place INT METADATA FROM 'partition' VIRTUAL
            ) WITH ('connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'nowhere:1', 'format' = 'json');
            """;

    @TempDir
    private Path folder;

    private SqlFiles files;

    @BeforeEach
    void makeTables() {
        files = SqlFiles.in(folder).table("a").table("b").table("c");
    }

    private String flow(String sql) {
        List<InsertFlow> flows =
                files.file("sql/dwd_job.sql", EVENT + sql).traced().flows();
        return text(flows.get(flows.size() - 1));
    }

    /** Such as {@code id: a.id identity; word: ; *: a.id filter}. */
    private static String text(InsertFlow flow) {
        List<String> parts = new ArrayList<>();
        flow.columns().forEach(column -> parts.add((column.column() + ": " + text(column.from())).strip()));
        if (!flow.rows().byColumn().isEmpty()) {
            parts.add("*: " + text(flow.rows()));
        }
        return String.join("; ", parts);
    }

    private static String text(Influences influences) {
        return influences.byColumn().entrySet().stream()
                .map(entry -> entry.getKey().table().table() + "."
                        + entry.getKey().column() + " "
                        + entry.getValue().stream().map(Influence::text).collect(Collectors.joining("+")))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
            SELECT id, word FROM lake.l.a                                        | id: a.id identity; word: a.word identity
            SELECT id, UPPER(word) FROM lake.l.a                                 | id: a.id identity; word: a.word transformation
            SELECT CAST(CAST(id AS BIGINT) AS INT), CAST(id AS STRING) FROM lake.l.a | id: a.id identity; word: a.id transformation
            SELECT 1, 'x' FROM lake.l.a                                          | id:; word:
            SELECT 1, 'x'                                                        | id:; word:
            SELECT id, word FROM (VALUES (1, 'x')) AS v (id, word)               | id:; word:
            SELECT id, CASE WHEN id > 3 THEN word ELSE 'x' END FROM lake.l.a     | id: a.id identity; word: a.id conditional, a.word transformation
            SELECT id, IF(id > 3, word, 'x') FROM lake.l.a                       | id: a.id identity; word: a.id conditional, a.word transformation
            SELECT id, COALESCE(word, CAST(id AS STRING)) FROM lake.l.a          | id: a.id identity; word: a.id transformation, a.word transformation
            SELECT id, NULLIF(word, 'x') FROM lake.l.a                           | id: a.id identity; word: a.word transformation+conditional
            SELECT id, word FROM lake.l.a WHERE word > 'x' AND id = 1            | id: a.id identity; word: a.word identity; *: a.id filter, a.word filter
            SELECT id, word FROM lake.l.a UNION ALL SELECT id, 'x' FROM lake.l.b | id: a.id identity, b.id identity; word: a.word identity
            SELECT id, word FROM lake.l.a UNION SELECT id, word FROM lake.l.b    | id: a.id identity, b.id identity; word: a.word identity, b.word identity; *: a.id group by, a.word group by, b.id group by, b.word group by
            SELECT DISTINCT id, word FROM event                                  | id: event.id identity; word: event.word identity; *: event.id group by, event.word group by
            SELECT MAX(id), word FROM lake.l.a GROUP BY word                     | id: a.id aggregation; word: a.word identity; *: a.word group by
            SELECT CAST(COUNT(*) AS INT), word FROM lake.l.a GROUP BY word       | id:; word: a.word identity; *: a.word group by
            SELECT MAX(id) FILTER (WHERE word > 'x'), 'x' FROM lake.l.a          | id: a.id aggregation, a.word conditional; word:
            SELECT MAX(id) + 1, word FROM lake.l.a GROUP BY word HAVING MIN(id) > 2 | id: a.id aggregation; word: a.word identity; *: a.id filter, a.word group by
            SELECT a.id, b.word FROM lake.l.a LEFT JOIN lake.l.b ON a.id = b.id  | id: a.id identity; word: b.word identity; *: a.id join, b.id join
            SELECT a.id, a.word FROM lake.l.a, lake.l.b                          | id: a.id identity; word: a.word identity
            SELECT id, b.word FROM lake.l.a JOIN lake.l.b USING (id)             | id: a.id transformation, b.id transformation; word: b.word identity; *: a.id join, b.id join
            SELECT id, word FROM lake.l.a WHERE id IN (SELECT id FROM lake.l.b WHERE word = 'x') | id: a.id identity; word: a.word identity; *: a.id filter, b.id filter, b.word filter
            SELECT id, word FROM lake.l.a x WHERE EXISTS (SELECT 1 FROM lake.l.b y WHERE y.id = x.id AND y.word = 'x') | id: a.id identity; word: a.word identity; *: a.id join, b.id join, b.word filter
            SELECT id, (SELECT MAX(word) FROM lake.l.b WHERE id > 3) FROM lake.l.a | id: a.id identity; word: b.id filter, b.word aggregation
            WITH x AS (SELECT id + 1 AS n, word FROM lake.l.b) SELECT n, word FROM x | id: b.id transformation; word: b.word identity
            SELECT id, word FROM lake.l.a INTERSECT SELECT id, word FROM lake.l.b | id: a.id identity, b.id identity; word: a.word identity, b.word identity; *: a.id filter, a.word filter, b.id filter, b.word filter
            SELECT id, word FROM lake.l.a EXCEPT SELECT id, word FROM lake.l.b   | id: a.id identity; word: a.word identity; *: a.id filter, a.word filter, b.id filter, b.word filter
            SELECT id, word FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY word ORDER BY id DESC) AS n FROM lake.l.a) WHERE n = 1 | id: a.id identity; word: a.word identity; *: a.id window, a.word window
            SELECT id, word FROM lake.l.a ORDER BY word LIMIT 3                  | id: a.id identity; word: a.word identity; *: a.word sort
            SELECT SUM(id) OVER (PARTITION BY word ORDER BY ts), word FROM event | id: event.id aggregation, event.ts window, event.word window; word: event.word identity
            SELECT id, place.city FROM event                                     | id: event.id identity; word: event.place transformation
            SELECT twice, word FROM event                                        | id: event.id transformation; word: event.word identity
            SELECT id, tag FROM event CROSS JOIN UNNEST(tags) AS t (tag)         | id: event.id identity; word: event.tags transformation; *: event.tags join
            SELECT CAST(pos AS INT), CAST(place AS STRING) FROM topic            | id: topic.pos identity; word: topic.place transformation
            SELECT e.id, b.word FROM event e LEFT JOIN lake.l.b FOR SYSTEM_TIME AS OF e.p AS b ON b.id = e.id | id: event.id identity; word: b.word identity; *: event.id join, b.id join
            SELECT CAST(COUNT(*) AS INT), word FROM TABLE(TUMBLE(TABLE event, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY word, window_start, window_end | id:; word: event.word identity; *: event.ts group by+window, event.word group by
            SELECT id, CAST(window_start AS STRING) FROM TABLE(HOP(TABLE event, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '2' MINUTE)) | id: event.id identity; word: event.ts transformation; *: event.ts window
            SELECT id, CAST(TUMBLE_START(ts, INTERVAL '1' MINUTE) AS STRING) FROM event GROUP BY id, TUMBLE(ts, INTERVAL '1' MINUTE) | id: event.id identity; word: event.ts transformation; *: event.id group by, event.ts group by
            SELECT id, word FROM lake.l.a WHERE word LIKE '%x' OR (id BETWEEN 1 AND 3 AND NOT word IN ('a', 'b')) | id: a.id identity; word: a.word identity; *: a.id filter, a.word filter
            SELECT MAX(id), word FROM event GROUP BY GROUPING SETS ((word), ()) | id: event.id aggregation; word: event.word identity; *: event.word group by
            SELECT id, word FROM event WHERE id IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23) | id: event.id identity; word: event.word identity; *: event.id filter
            SELECT id, (SELECT MAX(b.word) FROM lake.l.b WHERE b.id = x.id) FROM event x | id: event.id identity; word: event.id join, b.id join, b.word aggregation
            SELECT id, half FROM event, LATERAL TABLE(halves(word)) AS h (half, size) | id: event.id identity; word: event.word transformation; *: event.word join
            SELECT id, half FROM event LEFT JOIN LATERAL TABLE(halves(word)) AS h (half, size) ON TRUE WHERE size > 2 | id: event.id identity; word: event.word transformation; *: event.word filter+join
            SELECT e.id, o.word FROM event e, event o WHERE e.id = o.id AND e.ts BETWEEN o.ts AND o.ts + INTERVAL '1' HOUR | id: event.id identity; word: event.word identity; *: event.id filter, event.ts filter
            SELECT id, FIRST_VALUE(word) OVER (PARTITION BY id ORDER BY ts) FROM event | id: event.id identity; word: event.id window, event.ts window, event.word transformation
            SELECT id, tags[1] FROM event                                        | id: event.id identity; word: event.tags transformation
            SELECT id, CAST(ROW(id, word) AS STRING) FROM event                  | id: event.id identity; word: event.id transformation, event.word transformation
            SELECT id, word FROM event WHERE NOT EXISTS (SELECT 1 FROM lake.l.b) | id: event.id identity; word: event.word identity
            SELECT id, word FROM event WHERE word = (SELECT MAX(word) FROM lake.l.b) | id: event.id identity; word: event.word identity; *: event.word filter, b.word filter
            """)
    void eachColumnDependsOn(String query, String expected) {
        assertThat(flow("INSERT INTO lake.l.c " + query + ";")).isEqualTo(expected);
    }

    @Test
    void viewsAreSeenThrough() {
        assertThat(
                        flow(
                                """
                        CREATE TEMPORARY VIEW v AS SELECT id, word || 'x' AS w FROM lake.l.a WHERE id > 0;
                        CREATE TEMPORARY VIEW u AS SELECT MAX(id) AS m, w FROM v GROUP BY w;
                        INSERT INTO lake.l.c SELECT m, w FROM u;
                        """))
                .isEqualTo("id: a.id aggregation; word: a.word transformation; *: a.id filter, a.word group by");
    }

    @Test
    void columnsThatAnInsertLeavesOutComeFromNowhere() {
        assertThat(flow("INSERT INTO lake.l.c (id) SELECT id FROM lake.l.a;")).isEqualTo("id: a.id identity; word:");
    }

    @Test
    void patternsDependOnWhatDefinesThem() {
        assertThat(
                        flow(
                                """
                        INSERT INTO lake.l.c SELECT id, last_word FROM event
                        MATCH_RECOGNIZE (PARTITION BY id ORDER BY ts MEASURES B.word AS last_word
                            PATTERN (A B) DEFINE A AS A.word = 'x', B AS B.twice > 3);
                        """))
                .isEqualTo("id: event.id identity; word: event.word transformation;"
                        + " *: event.id filter+group by, event.ts sort, event.word filter");
    }

    @Test
    void whatIsScannedIsKnownWithAllItsColumns() {
        InsertFlow flow = files.file(
                        "sql/dwd_job.sql",
                        EVENT + "INSERT INTO lake.l.c SELECT id, (SELECT MAX(word) FROM lake.l.b) FROM topic;")
                .traced()
                .flows()
                .get(0);

        assertThat(flow.scanned().values())
                .containsExactlyInAnyOrder(List.of("id", "word"), List.of("id", "word", "place", "pos"));
        assertThat(flow.job()).isEqualTo("dwd_job");
        assertThat(flow.insert().span().line()).isEqualTo(9);
    }
}
