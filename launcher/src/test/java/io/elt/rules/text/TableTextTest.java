package io.elt.rules.text;

import io.elt.script.Dialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** CREATE TABLE as people write it, and where its parts stand. */
class TableTextTest {
    @TempDir
    private Path folder;

    private Statements statements;

    @BeforeEach
    void makeProject() {
        statements = new Statements(folder);
    }

    private TableText table(String sql) {
        return TableText.of(statements.one(sql)).orElseThrow();
    }

    @Test
    void columnsAreToldFromConstraintsAndHaveTheirPlaces() {
        TableText table = table(
                """
                CREATE TABLE IF NOT EXISTS lake.`dwd`.t (
                    id INT NOT NULL COMMENT 'the key, of course',
                    `primary` ROW<a INT, b MAP<STRING, STRING>>,
                    amount DECIMAL(20, 2) NOT NULL,
                    half AS amount / 2 COMMENT 'computed',
                    at_ TIMESTAMP(3),
                    WATERMARK FOR at_ AS at_ - INTERVAL '5' SECOND,
                    CONSTRAINT k PRIMARY KEY (id, amount) NOT ENFORCED
                ) WITH ('a' = 'b');
                """);

        assertThat(table.name()).containsExactly("lake", "dwd", "t");
        assertThat(table.nameOrigin().span()).hasToString("sql/t.sql:1:28");
        assertThat(table.columns())
                .extracting(ColumnText::name)
                .containsExactly("id", "primary", "amount", "half", "at_");
        assertThat(table.columns())
                .filteredOn(ColumnText::commented)
                .extracting(ColumnText::name)
                .containsExactly("id", "half");
        assertThat(table.column("AMOUNT").orElseThrow().type()).isEqualTo("DECIMAL");
        assertThat(table.column("amount").orElseThrow().origin().span()).hasToString("sql/t.sql:4:5");
        assertThat(table.watermark()).isTrue();
        assertThat(table.commented()).isFalse();
        assertThat(table.temporary()).isFalse();
    }

    @Test
    void theCommentOfTheTableStandsBehindItsColumns() {
        assertThat(table("CREATE TABLE t (a INT COMMENT 'x') WITH ('comment' = 'y');")
                        .commented())
                .isFalse();
        assertThat(table("CREATE TABLE t (a INT) COMMENT 'x' PARTITIONED BY (a);")
                        .commented())
                .isTrue();
        assertThat(table("CREATE TABLE t COMMENT 'x' WITH ('k' = 'v') LIKE other;")
                        .commented())
                .isTrue();
    }

    @Test
    void aTableOfStarRocksIsReadToo() {
        StatementText text = statements
                .read(
                        "create table ads.t (id BIGINT NOT NULL COMMENT \"it's\", INDEX i (id) USING BITMAP)"
                                + " ENGINE=OLAP PRIMARY KEY (id) COMMENT = \"all\" PROPERTIES (\"a\" = \"b\");",
                        Dialect.STARROCKS)
                .get(0);

        TableText table = TableText.of(text).orElseThrow();

        assertThat(table.columns()).extracting(ColumnText::name).containsExactly("id");
        assertThat(table.columns().get(0).commented()).isTrue();
        assertThat(table.commented()).isTrue();
    }

    @Test
    void anOptionKnowsWhetherItsValueStandsInTheFile() {
        statements.macro("{% macro kept(days) %}'kept' = '{{ days }} d', 'fixed' = 'x'{% endmacro %}");

        TableText table = table("CREATE TEMPORARY TABLE t (a INT) WITH (\n  'own' = 'it''s',\n  {{ kept(3) }}\n);");

        assertThat(table.temporary()).isTrue();
        assertThat(table.options()).extracting(OptionText::value).containsExactly("it's", "3 d", "x");
        assertThat(table.options()).extracting(OptionText::verbatim).containsExactly(true, false, true);
        assertThat(table.option("own").orElseThrow().origin().span()).hasToString("sql/t.sql:2:3");
        assertThat(table.option("fixed").orElseThrow().origin()).satisfies(origin -> {
            assertThat(origin.span().file()).isEqualTo("macros/m.sql");
            assertThat(origin.calledFrom()).singleElement().hasToString("sql/t.sql:3:3");
        });
        assertThat(table.option("nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v AS SELECT 1;",
                "CREATE OR REPLACE VIEW v AS SELECT 1;",
                "CREATE TEMPORARY VIEW v AS SELECT 'CREATE TABLE t (a INT)';",
                "CREATE DATABASE IF NOT EXISTS lake.dwd;",
                "INSERT INTO t SELECT 1;",
                "DROP TABLE t;"
            })
    void otherStatementsAreNoTable(String sql) {
        assertThat(TableText.of(statements.one(sql))).isEmpty();
    }
}
