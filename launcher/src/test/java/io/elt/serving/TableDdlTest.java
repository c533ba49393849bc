package io.elt.serving;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CREATE TABLE as people write it for StarRocks. */
class TableDdlTest {
    private static ServingTable read(String sql) {
        return TableDdl.read(sql).orElseThrow();
    }

    @Test
    void columnsKeyAndNameAreRead() {
        ServingTable table = read(
                """
                create table if not exists `ads`.`branch` ( -- a comment, with a comma
                    id BIGINT NOT NULL AUTO_INCREMENT,
                    `order` VARCHAR(20) NULL DEFAULT "a, b)" COMMENT "it's (not, a type)",
                    amount decimal( 20 , 2 ) NOT NULL COMMENT 'CZK',
                    at DATETIME DEFAULT CURRENT_TIMESTAMP(3) /* , x INT */,
                    tags ARRAY<STRUCT<a INT, b VARCHAR(3)>>,
                    INDEX by_order (`order`, amount) USING BITMAP COMMENT "x"
                ) ENGINE = OLAP
                PRIMARY KEY (id, `order`)
                DISTRIBUTED BY HASH (id) BUCKETS 4
                PROPERTIES ("replication_num" = "1")
                """);

        assertThat(table.database()).isEqualTo("ads");
        assertThat(table.table()).isEqualTo("branch");
        assertThat(table.primaryKey()).containsExactly("id", "order");
        assertThat(table.columns())
                .containsExactly(
                        new ServingColumn("id", "BIGINT", false),
                        new ServingColumn("order", "VARCHAR(20)", true),
                        new ServingColumn("amount", "DECIMAL(20,2)", false),
                        new ServingColumn("at", "DATETIME", true),
                        new ServingColumn("tags", "ARRAY<STRUCT<aINT,bVARCHAR(3)>>", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a.b (id INT) DUPLICATE KEY (id)",
                "CREATE TABLE a.b (id INT) AGGREGATE KEY (id)",
                "CREATE TABLE a.b (id INT) COMMENT \"PRIMARY KEY (id)\"",
            })
    void aTableOfAnotherModelHasNoPrimaryKey(String sql) {
        assertThat(read(sql).primaryKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE DATABASE ads",
                "CREATE VIEW ads.v AS SELECT 1",
                "CREATE OR REPLACE VIEW ads.v AS SELECT 1",
                "ALTER TABLE ads.t ADD COLUMN x INT",
                "DROP TABLE ads.t",
            })
    void otherStatementsAreNone(String sql) {
        assertThat(TableDdl.read(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CREATE TABLE branch (id INT)     | a database before the table's name
            CREATE TABLE ads.'x' (id INT)    | expected a name, found ''x''
            CREATE TABLE ads.x               | expected (, found the end
            CREATE TABLE ads.x (id INT       | the statement ends too early
            CREATE TABLE ads.x (id INT,)     | expected a name, found ')'
            CREATE TABLE IF EXISTS ads.x (a) | expected NOT, found 'EXISTS'
            """,
            quoteCharacter = '~')
    void whatCannotBeReadSaysWhatWasExpected(String sql, String message) {
        assertThatThrownBy(() -> TableDdl.read(sql))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
