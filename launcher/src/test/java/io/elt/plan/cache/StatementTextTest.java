package io.elt.plan.cache;

import io.elt.plan.SqlFiles;
import io.elt.script.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTextTest {
    @TempDir
    private Path folder;

    private StatementText text(String sql) {
        List<Statement> statements = SqlFiles.statements(folder, sql);
        return StatementText.of(statements.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            CREATE TABLE lake.ods.a (id INT) WITH ('x' = 'y')                                        | lake ods a
            CREATE TABLE IF NOT EXISTS lake . `ods` . `a` (`like` INT, x AS id + 1) COMMENT 'as'      | lake ods a
            create table lake.ods.a (id INT, WATERMARK FOR t AS t - INTERVAL '1' DAY) PARTITIONED BY (id) | lake ods a
            CREATE DATABASE IF NOT EXISTS lake.ods                                                   | lake ods
            CREATE DATABASE lake.ods WITH ('a' = 'LIKE')                                             | lake ods
            CREATE TABLE a (id INT)                                                                  | a
            """)
    void aDefinitionSaysItsName(String sql, String path) {
        assertThat(text(sql).defined()).hasValue(List.of(path.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE lake.ods.a LIKE lake.ods.b",
                "CREATE TABLE lake.ods.a (id INT) WITH ('x' = 'y') LIKE lake.ods.b",
                "CREATE TABLE lake.ods.a WITH ('x' = 'y') AS SELECT * FROM lake.ods.b",
                "CREATE TABLE (id INT)",
            })
    void whatIsTakenFromElsewhereIsNotPlain(String sql) {
        assertThat(text(sql).defined()).isEmpty();
    }

    @Test
    void optionsOfTemporaryTables() {
        assertThat(text("CREATE TEMPORARY TABLE t (id INT) WITH ('connector' = 'kafka', 'it''s' = '')")
                        .options())
                .hasValue(Map.of("connector", "kafka", "it's", ""));
        assertThat(text("CREATE TEMPORARY TABLE t (id INT) WITH ('a' = 'b') LIKE x")
                        .options())
                .isEmpty();
        assertThat(text("CREATE TEMPORARY TABLE t (id INT)").options()).isEmpty();
        assertThat(text("CREATE TEMPORARY TABLE t (id INT) WITH ('a' = CAST('b' AS STRING))")
                        .options())
                .isEmpty();
    }

    @Test
    void catalogs() {
        StatementText.Catalog catalog = text("CREATE CATALOG `my lake` WITH ('type' = 'paimon', 'warehouse' = '/a')")
                .catalog()
                .orElseThrow();

        assertThat(catalog.name()).isEqualTo("my lake");
        assertThat(catalog.properties()).isEqualTo(Map.of("type", "paimon", "warehouse", "/a"));
        assertThat(text("CREATE CATALOG IF NOT EXISTS a WITH ('type' = 'paimon')")
                        .catalog())
                .isPresent();
        assertThat(text("CREATE CATALOG a COMMENT 'b' WITH ('type' = 'paimon')").catalog())
                .isEmpty();
        assertThat(text("CREATE CATALOG a").catalog()).isEmpty();
    }

    @Test
    void functions() {
        assertThat(text("CREATE TEMPORARY FUNCTION f AS 'a.B'").isFunctionOfClassPath())
                .isTrue();
        assertThat(text("CREATE TEMPORARY FUNCTION IF NOT EXISTS f AS 'a.B'").isFunctionOfClassPath())
                .isTrue();
        assertThat(text("CREATE TEMPORARY FUNCTION f AS 'a.B' LANGUAGE PYTHON").isFunctionOfClassPath())
                .isFalse();
        assertThat(text("CREATE TEMPORARY FUNCTION f AS 'a.B' USING JAR '/x.jar'")
                        .isFunctionOfClassPath())
                .isFalse();
    }

    @Test
    void wordsOfAText() {
        assertThat(Mentions.words("FROM `lake`.ods.Account$snapshots a WHERE x='it''s'"))
                .containsExactly("from", "lake", "ods", "account", "snapshots", "a", "where", "x", "it", "s");
        assertThat(Mentions.words("")).isEmpty();
        assertThat(Mentions.words("größe_1")).containsExactly("größe_1");
    }
}
