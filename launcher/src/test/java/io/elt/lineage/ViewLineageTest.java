package io.elt.lineage;

import io.elt.diagnostic.Diagnostic;
import io.elt.plan.Plan;
import io.elt.plan.Traced;
import io.elt.render.TestProject;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.serving.ServingScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Views in StarRocks' dialect. */
class ViewLineageTest {
    private static final String TABLES =
            """
            CREATE TABLE ads.a (id INT NOT NULL, word VARCHAR(10), `date` DATE, at_ DATETIME, big LARGEINT, doc JSON, year INT);
            CREATE TABLE ads.b (id INT NOT NULL, Amount DECIMAL(20, 2));
            """;

    @TempDir
    private Path folder;

    private Lineage lineage(String sql) {
        ServingScript serving =
                ServingScript.of(Script.statements(new TestProject(folder).render(TABLES + sql), Dialect.STARROCKS));
        return LineageReader.read(new Traced(new Plan(List.of(), Map.of(), Map.of(), Map.of()), List.of()), serving);
    }

    private static String text(Lineage lineage, String view) {
        List<ColumnRef> columns = lineage.columns(view);
        String own = columns.stream()
                .map(column -> column.column() + ":" + text(lineage, column, false))
                .collect(Collectors.joining("; "));
        String rows = text(lineage, columns.get(0), true);
        return rows.isEmpty() ? own : own + "; *:" + rows;
    }

    private static String text(Lineage lineage, ColumnRef column, boolean rows) {
        return lineage.graph().into(column).stream()
                .filter(step -> step.to().isRows() == rows)
                .map(step -> " " + step.from().toString().replace("starrocks.ads.", "") + " "
                        + step.influence().text())
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
            SELECT * FROM ads.b                                       | id: b.id identity; Amount: b.Amount identity
            SELECT ID AS n, amount FROM b                             | n: b.id identity; amount: b.Amount identity
            SELECT IFNULL(word, "none") AS w FROM ads.a               | w: a.word transformation
            SELECT some_new_function(word, id) AS w FROM ads.a        | w: a.id transformation, a.word transformation
            SELECT date, `year` FROM ads.a WHERE year > 1998          | date: a.date identity; year: a.year identity; *: a.year filter
            SELECT YEAR(date) AS y FROM ads.a                         | y: a.date transformation
            SELECT date_add(at_, INTERVAL 1 DAY) AS t FROM ads.a      | t: a.at_ transformation
            SELECT CAST(id AS STRING) AS s, CAST(big AS INT) AS i FROM ads.a | s: a.id transformation; i: a.big identity
            SELECT CAST(at_ AS DATE) AS d FROM ads.a WHERE date = DATE '2020-01-01' | d: a.at_ transformation; *: a.date filter
            SELECT group_concat(word) AS w, bitmap_union_count(big) AS n FROM ads.a GROUP BY id | w: a.word aggregation; n: a.big aggregation; *: a.id group by
            SELECT upper(word) AS word, COUNT(*) AS n FROM ads.a GROUP BY upper(word) | word: a.word transformation; n:; *: a.word group by
            SELECT upper(word) AS w, COUNT(*) AS n FROM ads.a GROUP BY w | w: a.word transformation; n:; *: a.word group by
            SELECT a.id, SUM(b.Amount) AS s FROM ads.a LEFT JOIN ads.b ON a.id = b.id GROUP BY a.id HAVING SUM(b.Amount) > 3 ORDER BY s DESC LIMIT 5 | id: a.id identity; s: b.Amount aggregation; *: b.Amount filter, a.id join, b.id join, a.id group by, b.Amount sort
            SELECT id, SUM(Amount) OVER (PARTITION BY id) AS s FROM ads.b | id: b.id identity; s: b.Amount aggregation, b.id window
            SELECT id, IF(word = 'x', big, 0) AS b FROM ads.a         | id: a.id identity; b: a.big transformation, a.word conditional
            SELECT id, COALESCE(word, 'x') AS w, NULLIF(year, 0) AS y FROM ads.a | id: a.id identity; w: a.word transformation; y: a.year transformation, a.year conditional
            WITH x AS (SELECT id FROM ads.a WHERE word != 'x') SELECT id FROM x UNION ALL SELECT id FROM ads.b | id: a.id identity, b.id identity; *: a.word filter
            SELECT id FROM ads.a WHERE id IN (SELECT id FROM ads.b WHERE Amount > 0) | id: a.id identity; *: a.id filter, b.Amount filter, b.id filter
            """)
    void aViewDependsOn(String query, String expected) {
        Lineage lineage = lineage("CREATE VIEW ads.v AS " + query + ";");

        assertThat(lineage.warnings()).isEmpty();
        assertThat(text(lineage, "ads.v")).isEqualTo(expected);
    }

    @Test
    void aViewMayReadOneThatIsWrittenBelowIt() {
        Lineage lineage = lineage(
                """
                CREATE VIEW ads.top AS SELECT n FROM ads.middle WHERE n > 1;
                CREATE VIEW ads.middle (n) AS SELECT id FROM ads.a;
                """);

        assertThat(text(lineage, "top")).isEqualTo("n: middle.n identity; *: middle.n filter");
        assertThat(lineage.graph().origins(lineage.columns("top.n").get(0)))
                .extractingFromEntries(origin -> origin.getKey().toString())
                .containsExactly("starrocks.ads.a.id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT nothing FROM ads.a",
                "SELECT id FROM ads.elsewhere",
                "SELECT doc -> 'x' FROM ads.a",
                "SELECT id FROM",
                "SELECT id, word FROM ads.a GROUP BY id"
            })
    void whatCannotBeFollowedIsAWarningThatNamesTheView(String query) {
        Lineage lineage =
                lineage("CREATE VIEW ads.odd AS " + query + ";\nCREATE VIEW ads.good AS SELECT id FROM ads.b;");

        assertThat(lineage.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.message()).contains("view ads.odd").doesNotContain("org.apache");
            assertThat(warning.span().orElseThrow().line()).isEqualTo(3);
        });
        assertThat(text(lineage, "good")).isEqualTo("id: b.id identity");
        assertThat(lineage.columns("odd")).isEmpty();
    }

    @Test
    void theReasonIsOneLine() {
        Diagnostic warning = lineage("CREATE VIEW ads.odd AS SELECT nothing FROM ads.a;")
                .warnings()
                .get(0);

        assertThat(warning.message()).hasSizeLessThan(200).doesNotContain("\n").contains("nothing");
    }
}
