package io.elt.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE a (id INT) | a",
                "CREATE TABLE IF NOT EXISTS lake.dwd.`Account` (id INT) | account",
                "CREATE OR REPLACE TEMPORARY VIEW v AS SELECT 1 | v",
                "CREATE TEMPORARY FUNCTION f AS 'x.Y' LANGUAGE JAVA | f",
                "CREATE DATABASE IF NOT EXISTS lake.dwd COMMENT 'x' | dwd",
                "CREATE CATALOG lake WITH ('type' = 'paimon') | lake",
            })
    void findsTheNameThatACreateStatementGives(String create, String name) {
        assertThat(Words.created(create)).contains(name);
    }

    @Test
    void aNameIsAWholeWordInAnyCase() {
        Words words = Words.of("SELECT Id FROM lake.dwd.`account_day`;");

        assertThat(words.contain("ID")).isTrue();
        assertThat(words.contain("account_day")).isTrue();
        assertThat(words.contain("account")).isFalse();
    }
}
