package io.elt.plan;

import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Which jobs a project is, and what each reads and writes. */
class PlannerTest {
    @TempDir
    private Path folder;

    private SqlFiles files;

    @BeforeEach
    void makeTables() {
        files = SqlFiles.in(folder).table("a").table("b").table("c");
    }

    private Job job(String sql) {
        return files.file("sql/dwd_job.sql", sql).plan().job("dwd_job").orElseThrow();
    }

    private static TableName table(String name) {
        return new TableName("lake", "l", name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SELECT id, word FROM lake.l.a                                                                | a
            SELECT id, word FROM lake.l.a WHERE id IN (SELECT id FROM lake.l.b)                          | a b
            SELECT id, (SELECT MAX(word) FROM lake.l.b) FROM lake.l.a                                    | a b
            SELECT id, word FROM lake.l.a x WHERE EXISTS (SELECT 1 FROM lake.l.b y WHERE y.id = x.id)    | a b
            SELECT id, word FROM lake.l.a UNION ALL SELECT id, word FROM lake.l.b                        | a b
            SELECT a.id, b.word FROM lake.l.a LEFT JOIN lake.l.b ON a.id = b.id                          | a b
            WITH x AS (SELECT * FROM lake.l.b) SELECT id, word FROM x                                    | b
            SELECT id, word FROM `lake`.`l`.`a` /*+ OPTIONS('scan.mode' = 'latest') */                   | a
            SELECT id, word FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY word) AS n FROM lake.l.a) WHERE n = 1 | a
            SELECT CAST(1 AS INT), 'none'                                                                | ''
            """)
    void aQueryReadsWhatItScansWhereverThatStands(String query, String expected) {
        Job job = job("INSERT INTO lake.l.c " + query + ";");

        assertThat(job.reads()).extracting(TableName::table).isEqualTo(words(expected));
        assertThat(job.writes()).containsExactly(table("c"));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @Test
    void viewsAreSeenThroughAndAreNotTables() {
        Job job = job(
                """
                CREATE TEMPORARY VIEW v AS SELECT id, word FROM lake.l.a;
                CREATE TEMPORARY VIEW w AS SELECT * FROM v WHERE id > 1;
                INSERT INTO lake.l.c SELECT * FROM w;
                """);

        assertThat(job.reads()).containsExactly(table("a"));
        assertThat(job.inputs()).isEmpty();
    }

    @Test
    void aLookupJoinReadsItsDimensionToo() {
        Job job = job(
                """
                CREATE TEMPORARY TABLE event (id INT, seen_at AS PROCTIME()) WITH ('connector' = 'datagen');
                INSERT INTO lake.l.c
                SELECT e.id, b.word FROM event e LEFT JOIN lake.l.b FOR SYSTEM_TIME AS OF e.seen_at AS b ON b.id = e.id;
                """);

        assertThat(job.reads()).containsExactly(table("b"));
        assertThat(job.inputs()).singleElement().satisfies(input -> {
            assertThat(input.name()).isEqualTo("event");
            assertThat(input.isKafka()).isFalse();
            assertThat(input).hasToString("event (datagen)");
        });
    }

    @Test
    void aStatementSetAndPlainInsertsAreOneJob() {
        Job set = job(
                """
                EXECUTE STATEMENT SET BEGIN
                INSERT INTO lake.l.b SELECT * FROM lake.l.a;
                INSERT INTO lake.l.c SELECT * FROM lake.l.a;
                END;
                """);
        Job plain = job("INSERT INTO lake.l.b SELECT * FROM lake.l.a; INSERT INTO lake.l.c SELECT * FROM lake.l.a;");

        assertThat(set.writes()).containsExactly(table("b"), table("c")).isEqualTo(plain.writes());
        assertThat(set.statements()).hasSize(2);
    }

    @Test
    void filesWithTheSameJobAreOneJob() {
        Plan plan = files.file("sql/dwd_x.sql", "{{ config(job='both') }}INSERT INTO lake.l.b SELECT * FROM lake.l.a;")
                .file("sql/dwd_y.sql", "{{ config(job='both') }}INSERT INTO lake.l.c SELECT * FROM lake.l.a;")
                .plan();

        assertThat(plan.jobs()).singleElement().satisfies(job -> {
            assertThat(job.name()).isEqualTo("both");
            assertThat(job.files()).containsExactly("sql/dwd_x.sql", "sql/dwd_y.sql");
            assertThat(job.writes()).containsExactly(table("b"), table("c"));
        });
    }

    /** On a lake that is still empty, too. */
    @Test
    void aFileOfAJobMayReadWhatALaterOneDefines() {
        Plan plan = files.file(
                        "sql/dwd_x.sql",
                        """
                        {{ config(job='both') }}CREATE TEMPORARY VIEW v AS SELECT * FROM lake.l.later;
                        INSERT INTO lake.l.b SELECT * FROM v;
                        """)
                .file(
                        "sql/dwd_y.sql",
                        """
                        {{ config(job='both') }}CREATE DATABASE IF NOT EXISTS lake.l;
                        CREATE TABLE IF NOT EXISTS lake.l.later (id INT NOT NULL, word STRING,
                            PRIMARY KEY (id) NOT ENFORCED);
                        INSERT INTO lake.l.later SELECT * FROM lake.l.a;
                        """)
                .plan();

        assertThat(plan.statements(plan.jobs().get(0)))
                .extracting(Statement::kind)
                .containsExactly(
                        StatementKind.CREATE_CATALOG,
                        StatementKind.CREATE_DATABASE,
                        StatementKind.CREATE_TABLE,
                        StatementKind.CREATE_TEMPORARY_VIEW,
                        StatementKind.INSERT,
                        StatementKind.INSERT);
    }

    /** What USE says decides what a name means. */
    @Test
    void aJobThatUsesADatabaseKeepsTheOrderOfItsStatements() {
        Plan plan = files.file("sql/dwd_x.sql", "{{ config(job='both') }}INSERT INTO lake.l.b SELECT * FROM lake.l.a;")
                .file(
                        "sql/dwd_y.sql",
                        """
                        {{ config(job='both') }}CREATE DATABASE IF NOT EXISTS lake.l;
                        USE CATALOG lake;
                        USE l;
                        CREATE TABLE IF NOT EXISTS later (id INT NOT NULL, word STRING,
                            PRIMARY KEY (id) NOT ENFORCED);
                        INSERT INTO later SELECT * FROM lake.l.a;
                        """)
                .plan();

        assertThat(plan.statements(plan.jobs().get(0)))
                .extracting(Statement::kind)
                .endsWith(
                        StatementKind.INSERT,
                        StatementKind.CREATE_DATABASE,
                        StatementKind.USE,
                        StatementKind.USE,
                        StatementKind.CREATE_TABLE,
                        StatementKind.INSERT);
    }

    @Test
    void aFileWithoutAnInsertIsNoJobButItsTablesAreKnown() {
        Plan plan = files.plan();

        assertThat(plan.jobs()).isEmpty();
        assertThat(plan.tables().get(table("a"))).satisfies(table -> {
            assertThat(table.columns()).containsExactly(new Column("id", "INT NOT NULL"), new Column("word", "STRING"));
            assertThat(table.primaryKey()).containsExactly("id");
        });
    }

    @Test
    void jobsStandBehindThoseTheyReadFromWhateverTheirNames() {
        Plan plan = files.file("sql/dwd_1.sql", "INSERT INTO lake.l.c SELECT * FROM lake.l.b;")
                .file("sql/dwd_2.sql", "INSERT INTO lake.l.b SELECT * FROM lake.l.a;")
                .plan();

        assertThat(plan.jobs()).extracting(Job::name).containsExactly("dwd_2", "dwd_1");
        assertThat(plan.upstream(plan.job("dwd_1").orElseThrow()))
                .extracting(Job::name)
                .containsExactly("dwd_2");
        assertThat(plan.writers(table("b"))).extracting(Job::name).containsExactly("dwd_2");
        assertThat(plan.only(plan.writers(table("b"))).jobs()).hasSize(1);
    }

    @Test
    void settingsAreTheJobsAndNotStatements() {
        Job job = job("SET 'table.exec.mini-batch.size' = '7';\nINSERT INTO lake.l.c SELECT * FROM lake.l.a;");

        assertThat(job.settings()).isEqualTo(Map.of("table.exec.mini-batch.size", "7"));
        assertThat(job.statements()).hasSize(1);
    }

    @Test
    void aJobGetsOnlyTheCatalogsThatItMentions() {
        Plan plan = files.file("catalogs/other.sql", "CREATE CATALOG `other` WITH ('type' = 'generic_in_memory');")
                .file("sql/dwd_job.sql", "INSERT INTO lake.l.c SELECT * FROM lake.l.a;")
                .plan();

        assertThat(plan.catalogs()).containsOnlyKeys("lake", "other");
        assertThat(plan.statements(plan.jobs().get(0)))
                .extracting(statement -> statement.text().split("\\s+")[2])
                .containsExactly("lake", "lake.l.c");
    }

    @Test
    void servedTablesAreWrittenAndTheLakeOfTheProjectIsNotTouched() {
        List<Column> columns = List.of(new Column("id", "INT NOT NULL"), new Column("word", "VARCHAR(10)"));
        Plan plan = files.file(
                        "catalogs/starrocks.sql",
                        "CREATE CATALOG starrocks WITH ('type' = 'starrocks', 'jdbc-url' = 'jdbc:mysql://nowhere:1');")
                .served(new ServedTable("starrocks", "ads", "t", columns, List.of("id")))
                .file("sql/ads_t.sql", "INSERT INTO starrocks.ads.t SELECT id, word FROM lake.l.a;")
                .check();

        assertThat(plan.jobs().get(0).writes()).containsExactly(new TableName("starrocks", "ads", "t"));
        assertThat(plan.lakes()).containsOnlyKeys("lake");
        assertThat(plan.lakes().get("lake")).containsEntry("warehouse", "/nowhere/lake");
        assertThat(Files.exists(Path.of("/nowhere"))).isFalse();
    }
}
