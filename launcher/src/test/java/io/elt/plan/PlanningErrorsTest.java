package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Errors of the real planner, at the place where their author wrote them. */
class PlanningErrorsTest {
    @TempDir
    private Path folder;

    private SqlFiles files;

    @BeforeEach
    void makeTables() {
        files = SqlFiles.in(folder).table("a").table("b");
    }

    private Diagnostic problem(String sql) {
        List<Diagnostic> problems = files.file("sql/dwd_job.sql", sql).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static String place(Diagnostic problem) {
        return problem.span().orElseThrow().toString();
    }

    @Test
    void syntaxIsToldWhereTheParserStumbled() {
        Diagnostic problem = problem("-- one line\nINSERT INTO lake.l.a\nSELECT FROM lake.l.b;\n");

        assertThat(problem.code()).isEqualTo(ErrorCode.SQL_SYNTAX);
        assertThat(place(problem)).startsWith("sql/dwd_job.sql:3:8");
        assertThat(problem.message()).contains("FROM");
    }

    @Test
    void aMissingColumnIsToldAtItsName() {
        Diagnostic problem = problem("INSERT INTO lake.l.a\nSELECT id,\n    wort FROM lake.l.b;\n");

        assertThat(place(problem)).startsWith("sql/dwd_job.sql:3:5");
        assertThat(problem.message()).contains("wort");
    }

    @Test
    void theColumnThatDoesNotFitIsToldAndNotOneThatMayBeNull() {
        String sql =
                """
                CREATE DATABASE IF NOT EXISTS lake.l;
                CREATE TABLE lake.l.days (word STRING NOT NULL, `day` DATE);
                INSERT INTO lake.l.days SELECT CAST(NULL AS STRING), TRUE;
                """;

        Diagnostic problem =
                files.file("sql/dwd_job.sql", sql).checked().problems().get(0);

        assertThat(problem.code()).isEqualTo(ErrorCode.SCHEMA_MISMATCH);
        assertThat(problem.message()).startsWith("column day of lake.l.days is DATE, but the query gives BOOLEAN");
    }

    @Test
    void aMissingTableIsToldAtItsName() {
        Diagnostic problem = problem("INSERT INTO lake.l.a SELECT * FROM lake.l.missing;");

        assertThat(place(problem)).startsWith("sql/dwd_job.sql:1:36");
        assertThat(problem.message()).contains("missing");
    }

    @Test
    void aPlaceBehindAnExpressionIsTheTemplates() {
        Diagnostic problem = problem("{% set t = 'lake.l.b' %}\nINSERT INTO lake.l.a\nSELECT id, wort FROM {{ t }};\n");

        assertThat(place(problem)).startsWith("sql/dwd_job.sql:3:12");
    }

    @Test
    void allFilesAreReadBeforeItFails() {
        files.file("sql/dwd_x.sql", "INSERT INTO lake.l.a SELECT x FROM lake.l.b;");
        files.file("sql/dwd_y.sql", "INSERT INTO lake.l.a SELECT FROM; INSERT INTO lake.l.a SELECT y FROM lake.l.b;");

        assertThat(files.problems())
                .extracting(PlanningErrorsTest::place)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("sql/dwd_x.sql:1:29"),
                        second -> assertThat(second).startsWith("sql/dwd_y.sql:1:29"),
                        third -> assertThat(third).startsWith("sql/dwd_y.sql:1:63"));
    }

    @Test
    void aTableIsDefinedOnce() {
        Diagnostic problem = problem("CREATE DATABASE IF NOT EXISTS lake.l;\nCREATE TABLE lake.l.a (other INT);");

        // Files are read by their names: this one comes before the one with the other definition.
        assertThat(problem.code()).isEqualTo(ErrorCode.TABLE_DEFINED_TWICE);
        assertThat(problem.message()).contains("lake.l.a", "already defined otherwise in sql/dwd_job.sql:2:1");
        assertThat(place(problem)).startsWith("sql/ods_a.sql:2:1");
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("in one file"));
    }

    @Test
    void theSameDefinitionTwiceIsOne() {
        String shared =
                "CREATE DATABASE IF NOT EXISTS lake.l; CREATE TABLE lake.l.shared (id INT NOT NULL, word STRING);";
        files.file("sql/dwd_x.sql", shared + " INSERT INTO lake.l.shared SELECT * FROM lake.l.a;");
        files.file("sql/dwd_y.sql", shared + " INSERT INTO lake.l.shared SELECT * FROM lake.l.b;");

        Plan plan = files.plan();

        assertThat(plan.tables()).hasSize(3);
        assertThat(plan.writers(new TableName("lake", "l", "shared"))).hasSize(2);
    }

    @Test
    void circlesAreToldWithTheirPath() {
        files.file("sql/dwd_x.sql", "INSERT INTO lake.l.a SELECT * FROM lake.l.b;");
        Diagnostic problem = problem("INSERT INTO lake.l.b SELECT * FROM lake.l.a;");

        assertThat(problem.code()).isEqualTo(ErrorCode.DEPENDENCY_CYCLE);
        assertThat(problem.message()).contains("dwd_job -> dwd_x -> dwd_job");
    }

    @Test
    void aJobMayReadWhatItWritesItself() {
        files.file("sql/dwd_x.sql", "INSERT INTO lake.l.a SELECT * FROM lake.l.a;");

        assertThat(files.plan().jobs()).hasSize(1);
    }

    @Test
    void onlyCatalogsMayStandInCatalogs() {
        files.file("catalogs/x.sql", "CREATE DATABASE lake.x;");

        assertThat(files.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.SQL_UNSUPPORTED);
            assertThat(place(problem)).startsWith("catalogs/x.sql:1:1");
        });
    }

    @Test
    void aSettingNeedsAValue() {
        Diagnostic problem = problem("SET;\nINSERT INTO lake.l.a SELECT * FROM lake.l.b;");

        assertThat(problem.code()).isEqualTo(ErrorCode.SQL_SYNTAX);
        assertThat(place(problem)).startsWith("sql/dwd_job.sql:1:1");
    }

    @Test
    void whatOnlyTheOptimiserFindsIsFoundByCheck() {
        files.file(
                "sql/dwd_job.sql",
                """
                CREATE TEMPORARY TABLE out_only (id INT) WITH ('connector' = 'print', 'nonsense' = '1');
                INSERT INTO out_only SELECT id FROM lake.l.a;
                """);

        assertThat(files.plan().jobs()).hasSize(1);
        assertThatThrownBy(files::check)
                .hasMessage("sql/dwd_job.sql:1:71: error[ELT5008]: 'print' has no option 'nonsense'");
    }
}
