package io.elt.backfill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements whose target is written in another way; all else in them stays as it is. */
class InsertTextTest {
    private static InsertText insert(String sql) {
        return InsertText.of(sql).orElseThrow();
    }

    @Test
    void whatTheQueryGivesTakesThePlaceOfWhatIsThere() {
        assertThat(insert("INSERT INTO lake.dws.deposit\nSELECT 'INSERT INTO x' FROM t")
                        .overwriting())
                .isEqualTo("INSERT OVERWRITE lake.dws.deposit\nSELECT 'INSERT INTO x' FROM t");
        assertThat(insert("insert /* all */ into -- it\n t PARTITION (d = '1') SELECT 1")
                        .overwriting())
                .isEqualTo("INSERT OVERWRITE -- it\n t PARTITION (d = '1') SELECT 1");
    }

    @Test
    void anOptionStandsBehindTheName() {
        assertThat(insert("INSERT INTO starrocks . ads.`branch` (a, b) SELECT 1, 2")
                        .with("k", "v"))
                .isEqualTo("INSERT INTO starrocks . ads.`branch` /*+ OPTIONS('k' = 'v') */ (a, b) SELECT 1, 2");
    }

    @Test
    void aNameHasAsManyPartsAsItsAuthorWrote() {
        assertThat(insert("INSERT INTO lake.dwd.`transaction` SELECT 1").path())
                .isEqualTo(List.of("lake", "dwd", "transaction"));
        assertThat(insert("INSERT INTO `a``b` SELECT 1").path()).isEqualTo(List.of("a`b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT OVERWRITE t SELECT 1",
                "CREATE TABLE insert_into (a INT)",
                "SET 'a' = 'INSERT INTO t'",
                "INSERT"
            })
    void otherStatementsAreLeftAlone(String sql) {
        assertThat(InsertText.of(sql)).isEmpty();
    }
}
