package io.elt.serving;

import io.elt.render.TestProject;
import io.elt.script.Dialect;
import io.elt.script.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Views as StarRocks writes them, up to their query. */
class ViewDdlTest {
    @TempDir
    private Path folder;

    private List<ServingView> views(String sql) {
        return ServingScript.of(Script.statements(new TestProject(folder).render(sql), Dialect.STARROCKS))
                .views();
    }

    @Test
    void theNameTheColumnsAndTheQueryAreFound() {
        assertThat(views("CREATE OR REPLACE VIEW ads.`v x` (a COMMENT \"as, is\", `b c`) COMMENT 'AS' AS SELECT 1, 2"))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.database()).isEqualTo("ads");
                    assertThat(view.view()).isEqualTo("v x");
                    assertThat(view.columns()).containsExactly("a", "b c");
                    assertThat(view.query()).isEqualTo("SELECT 1, 2");
                    assertThat(view.statement().span().line()).isEqualTo(1);
                });
    }

    @Test
    void whatStandsBetweenTheNameAndTheQueryIsPassedOver() {
        assertThat(
                        views(
                                """
                        CREATE MATERIALIZED VIEW IF NOT EXISTS ads.m
                        DISTRIBUTED BY HASH (id) BUCKETS 3
                        REFRESH ASYNC EVERY (INTERVAL 1 HOUR)
                        AS WITH x AS (SELECT 1 AS id) SELECT id FROM x;
                        CREATE VIEW internal.ads.w AS SELECT 1;
                        """))
                .extracting(view -> view.database() + "." + view.view() + ": " + view.query())
                .containsExactlyInAnyOrder("ads.m: WITH x AS (SELECT 1 AS id) SELECT id FROM x", "ads.w: SELECT 1");
    }

    @Test
    void whatIsNoViewIsNone() {
        assertThat(views("CREATE TABLE ads.t (id INT);\nCREATE DATABASE d;\nCREATE VIEW nowhere AS SELECT 1;\n"))
                .isEmpty();
    }
}
