package io.elt.rules.text;

import io.elt.plan.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What an INSERT fills, and what its SELECT lists. */
class InsertTextTest {
    @TempDir
    private Path folder;

    private Statements statements;

    @BeforeEach
    void makeProject() {
        statements = new Statements(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            INSERT INTO lake.dwd.t SELECT 1                                       | lake dwd t | {}            | 1:13
            insert overwrite `dwd`.t (a, b) SELECT 1, 2                           | dwd t      | {}            | 1:18
            INSERT INTO TABLE t PARTITION (k = 'x', `l` = 'y') (a) (SELECT 1)     | t          | {k=x, l=y}    | 1:19
            INSERT INTO t (SELECT 1)                                              | t          | {}            | 1:13
            INSERT INTO t VALUES (1)                                              | t          | {}            | 1:13
            """)
    void theTableAndItsPartitionAreRead(String sql, String target, String partition, String place) {
        InsertText insert = InsertText.of(statements.one(sql + ";")).orElseThrow();

        assertThat(insert.target()).isEqualTo(List.of(target.split(" ")));
        assertThat(insert.partition()).hasToString(partition);
        assertThat(insert.targetOrigin().span()).hasToString("sql/t.sql:" + place);
    }

    @Test
    void aQueryIsNoInsert() {
        assertThat(InsertText.of(statements.one("SELECT 'INSERT INTO t';"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            SELECT a, b.c, d AS e, f g FROM t                                     | 4 | 1:22 1:25 1:30 1:38 | -
            SELECT DISTINCT a, f(b, c), CASE WHEN x THEN 1 ELSE 2 END FROM t      | 3 | 1:31 1:34 1:43      | 1 2
            SELECT (SELECT MAX(x), 1 FROM y), EXTRACT(DAY FROM z) FROM t          | 2 | 1:22 1:49           | 0 1
            SELECT -a, 'FROM', `from` FROM t                                      | 3 | 1:22 1:26 1:34      | 0 1
            """)
    void theItemsOfASelectAreTold(String query, int columns, String places, String computed) {
        StatementText text = statements.one("INSERT INTO t " + query + ";");
        List<SelectText.Item> items = SelectText.items(
                        text, InsertText.of(text).orElseThrow().query(), columns)
                .orElseThrow();

        assertThat(items)
                .extracting(item ->
                        item.origin().span().line() + ":" + item.origin().span().column())
                .isEqualTo(List.of(places.split(" ")));
        String found = IntStream.range(0, items.size())
                .filter(i -> items.get(i).computed())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(computed.replace("-", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SELECT * FROM t                          | 2
            SELECT a.*, b FROM a                     | 2
            SELECT a, b FROM t                       | 3
            WITH x AS (SELECT 1) SELECT a FROM x     | 1
            VALUES (1)                               | 1
            """)
    void whereTheyCannotBeToldApartThereAreNone(String query, int columns) {
        StatementText text = statements.one("INSERT INTO t " + query + ";");

        assertThat(SelectText.items(text, InsertText.of(text).orElseThrow().query(), columns))
                .isEmpty();
    }

    @Test
    void aShortNameMeansWhatUseSaid() {
        FileText file = statements.file(
                """
                INSERT INTO lake.dwd.a SELECT 1;
                USE CATALOG lake;
                INSERT INTO b SELECT 1;
                USE dwd;
                INSERT INTO c SELECT * FROM ods.d;
                USE other.db;
                INSERT INTO e SELECT 1;
                """);

        Map<String, String> tables = file.lines().stream()
                .filter(line -> line.insert().isPresent())
                .collect(Collectors.toMap(
                        line -> String.join(".", line.insert().orElseThrow().target()),
                        line -> line.resolve(line.insert().orElseThrow().target())
                                .orElseThrow()
                                .toString()));

        assertThat(tables)
                .isEqualTo(Map.of(
                        "lake.dwd.a", "lake.dwd.a", "b", "lake.default.b", "c", "lake.dwd.c", "e", "other.db.e"));
        assertThat(file.lines().get(4).resolve(List.of("a", "b", "c", "d"))).isEmpty();
    }

    @Test
    void aTableIsMentionedWhereItIsReadNotWhereItIsMadeOrFilled() {
        FileText file = statements.file(
                """
                CREATE TABLE lake.dwd.t (a INT);
                -- lake.dwd.t
                CREATE TEMPORARY VIEW v AS SELECT 'lake.dwd.t' FROM lake.dwd.`t`;
                INSERT INTO lake.dwd.u SELECT * FROM v;
                """);
        TableName read = new TableName("lake", "dwd", "t");

        assertThat(file.mention(read).orElseThrow().span()).hasToString("sql/t.sql:3:53");
        assertThat(file.mention(new TableName("lake", "dwd", "u"))).isEmpty();
    }
}
