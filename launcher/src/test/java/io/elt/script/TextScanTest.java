package io.elt.script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextScanTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE a.b (x INT)                             | a.b",
                "create table if not exists lake.ods.`order` (x INT)  | lake.ods.order",
                "CREATE TABLE `a``b`.c (x INT)                        | a`b.c",
                "CREATE TEMPORARY TABLE t (x INT)                     | ",
                "CREATE TABLE {{ name }} (x INT)                      | ",
                "CREATE TABLE lake.{{ layer }}.x (x INT)              | ",
                "-- CREATE TABLE a.b (x INT)                          | ",
                "SELECT 'CREATE TABLE a.b'                            | ",
                "{# it's: CREATE TABLE a.b #} CREATE TABLE c.d (x INT)| c.d",
                "CREATE TABLE                                         | ",
                "CREATE TABLE a.                                      | ",
            })
    void findsTheTableThatATextCreatesForAll(String text, String table) {
        assertThat(TextScan.of(text, Dialect.FLINK).tables())
                .containsExactly(table == null ? new String[0] : new String[] {table});
    }

    @Test
    void findsViewsAndTags() {
        TextScan scan = TextScan.of(
                "{{ config(parallelism=2, tags = ['daily', \"it's\"]) }} CREATE OR REPLACE VIEW ads.v AS SELECT 1;"
                        + " CREATE VIEW ads.w AS SELECT tags FROM x",
                Dialect.STARROCKS);

        assertThat(scan.views()).containsExactly("ads.v", "ads.w");
        assertThat(scan.tags()).containsExactly("daily", "it's");
    }

    @Test
    void findsNothingInATextThatIsNotClosed() {
        assertThat(TextScan.of("CREATE TABLE a.b (x STRING COMMENT 'oh", Dialect.FLINK)
                        .tables())
                .isEmpty();
    }
}
