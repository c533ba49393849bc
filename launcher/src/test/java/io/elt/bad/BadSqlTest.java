package io.elt.bad;

import io.elt.golden.GoldenCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** SQL that Flink cannot take, or that it would take much too seriously. */
class BadSqlTest {
    private static final String TABLES =
            """
            CREATE TEMPORARY TABLE g (id INT, name STRING) WITH ('connector' = 'datagen');
            CREATE TEMPORARY TABLE s (id INT, name STRING) WITH ('connector' = 'blackhole');
            """;

    private static final String INSERT = "INSERT INTO s SELECT id, name FROM g;\n";

    @TempDir
    private Path folder;

    private String check(String sql) {
        return BadProject.in(folder).with("sql/ods_a.sql", sql).check();
    }

    private static String repeated(String separator, int times, String text) {
        return Stream.generate(() -> text).limit(times).collect(Collectors.joining(separator));
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("bad-sql", BadProject::check);
    }

    static Stream<Arguments> tooDeep() {
        return Stream.of(
                Arguments.of("parentheses", "SELECT " + "(".repeat(100_000) + "id" + ")".repeat(100_000)),
                Arguments.of("CASE", "SELECT " + "CASE WHEN id > 0 THEN ".repeat(3_000) + "id" + " END".repeat(3_000)),
                Arguments.of("functions", "SELECT " + "ABS(".repeat(3_000) + "id" + ")".repeat(3_000)),
                Arguments.of(
                        "subqueries", "SELECT * FROM " + "(SELECT * FROM ".repeat(2_000) + "g" + ")".repeat(2_000)),
                Arguments.of("sums", "SELECT " + repeated(" + ", 10_000, "id")),
                Arguments.of("comparisons", "SELECT id FROM g WHERE " + repeated(" AND ", 10_000, "id <> 1")),
                Arguments.of("unions", repeated(" UNION ALL ", 5_000, "SELECT id, name FROM g")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooDeep")
    void whatIsTooDeepForThePlannerIsSaid(String what, String query) {
        assertThat(check(TABLES + "INSERT INTO s " + query + ";\n"))
                .contains("sql/ods_a.sql:3:1: error[ELT5002]: the statement is nested too deeply", "hint: make a view");
    }

    @Test
    void whatIsMerelyLongWorks() {
        String values =
                IntStream.range(0, 5_000).mapToObj(i -> "(" + i + ", 'x')").collect(Collectors.joining(", "));
        String numbers = IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(", "));

        assertThat(check(TABLES + "INSERT INTO s VALUES " + values
                        + ";\nINSERT INTO s SELECT id, name FROM g WHERE id IN (" + numbers + ");\n"))
                .isEmpty();
    }

    @Test
    void tenThousandStatements() {
        assertThat(check(TABLES + INSERT.repeat(10_000)))
                .contains("sql/ods_a.sql:1003:1: error[ELT4002]: a job holds at most 1000 INSERTs")
                .containsOnlyOnce("error[");
        assertThat(check("SET 'a' = 'b';\n".repeat(10_000) + TABLES + INSERT)).isEmpty();
    }

    @Test
    void manyColumnsAndOneThatIsNotThere() {
        String columns =
                IntStream.range(0, 2_000).mapToObj(i -> "c" + i + " INT").collect(Collectors.joining(", "));
        String names = IntStream.range(0, 1_999).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String tables = "CREATE TEMPORARY TABLE g (" + columns + ") WITH ('connector' = 'datagen');\n"
                + "CREATE TEMPORARY TABLE s (" + columns + ") WITH ('connector' = 'blackhole');\n";

        assertThat(check(tables + "INSERT INTO s SELECT " + names + ", x1999 FROM g;\n"))
                .contains("error[ELT5004]: there is no column 'x1999'", "did you mean 'c1999'?");
        assertThat(check(tables + "INSERT INTO s SELECT * FROM g;\n")).isEmpty();
    }

    @Test
    void namesDoNotLeadOutOfTheLake() {
        Path outside = folder.resolveSibling("outside-" + folder.getFileName());

        assertThat(BadProject.in(folder)
                        .with("catalogs/lake.sql", "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = 'x');")
                        .with("sql/ods_a.sql", "CREATE DATABASE lake.`../../" + outside.getFileName() + "`;")
                        .check())
                .contains("error[ELT5002]", "cannot be the name of a table or a database");
        assertThat(Files.exists(outside)).isFalse();
    }

    @Test
    void aCatalogThatIsDefinedTwice() {
        String catalog = "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = 'x');";

        assertThat(BadProject.in(folder)
                        .with("catalogs/a.sql", catalog)
                        .with("catalogs/b.sql", catalog)
                        .check())
                .startsWith("catalogs/b.sql:1:1: error[ELT2207]: the catalog lake is already defined")
                .contains("first at catalogs/a.sql:1:1");
    }

    @Test
    void aServedTableThatIsCreatedTwice() {
        String table = "CREATE TABLE ads.a (id INT NOT NULL) PRIMARY KEY (id) DISTRIBUTED BY HASH (id);\n";

        assertThat(BadProject.in(folder)
                        .with("sql/serving/ads.sql", table + table)
                        .check())
                .startsWith("sql/serving/ads.sql:2:1: error[ELT8002]: the table ads.a is created twice");
    }

    @Test
    void invisibleLettersDoNotReachTheTerminal() {
        assertThat(check(TABLES + "INSERT INTO s SELECT id, \u0001\u001b[31m name FROM g;\n"))
                .contains("sql/ods_a.sql:3:26: error[ELT5001]: the character U+0001 cannot stand here")
                .doesNotContain("\u001b");
        assertThat(check(TABLES + "INSERT INTO s SELECT id, nmae /* \u202e } */ FROM g;\n"))
                .contains("did you mean 'name'?")
                .doesNotContain("\u202e");
    }

    @Test
    void lineEndsOfOtherSystems() {
        String wrong = TABLES + "INSERT INTO s SELECT id, nmae FROM g;\n";
        String told = "sql/ods_a.sql:3:26: error[ELT5004]: there is no column 'nmae'";

        assertThat(check(wrong.replace("\n", "\r\n"))).startsWith(told);
        assertThat(check(wrong.replace("\n", "\r"))).startsWith(told);
        assertThat(check("\ufeff" + wrong)).startsWith(told);
    }
}
