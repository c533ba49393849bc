package io.elt.script;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.SourceSpan;
import io.elt.render.TestProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScriptTest {

    @TempDir
    Path root;

    private List<Statement> statements(String sql) {
        return statements(sql, Dialect.FLINK);
    }

    private List<Statement> statements(String sql, Dialect dialect) {
        return Script.statements(new TestProject(root).render(sql), dialect);
    }

    private List<String> texts(String sql) {
        return statements(sql).stream().map(Statement::text).toList();
    }

    private List<String> problems(String sql) {
        return catchThrowableOfType(EltException.class, () -> statements(sql)).diagnostics().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    @Test
    void semicolonsSeparate() {
        assertThat(texts("SELECT 1;\n\n SELECT 2 ;SELECT 3")).containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
        assertThat(texts(";; SELECT 1 ;; ;")).containsExactly("SELECT 1");
        assertThat(texts(" \n-- nothing\n/* here */")).isEmpty();
        assertThat(texts("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'",
                "SELECT 'it''s; fine'",
                "SELECT 'over\nlines;'",
                "SELECT '--'",
                "SELECT '/*'",
                "SELECT `a;b`",
                "SELECT `a``;b`",
                "SELECT \"a;b\"",
                "SELECT \"a'\"\";b\"",
                "SELECT 1 -- ; ' ` \" /*\n + 2",
                "SELECT 1 /* ; ' ` \" -- */ + 2",
                "SELECT 1 /* over\nlines; */ + 2",
                "SELECT 1 // ; '\n + 2",
                "SELECT * FROM t /*+ OPTIONS('a'='b;c', 'd'='*/') */ AS x",
                "SELECT a/b, a - -1, a*/* ; */b",
                "SELECT * FROM t /*+ OPTIONS('a'='b') *//* ; */, u",
                "SELECT 'back\\'",
                "SELECT U&'\\0041;', x'41', 'é 😀;'",
                "SELECT '\u3000;', š, `名;前`",
                "SELECT CASE WHEN a THEN b END",
            })
    void whatLooksLikeASeparatorButIsNone(String sql) {
        assertThat(texts(sql + ";\nSELECT 2")).containsExactly(sql, "SELECT 2");
    }

    @Test
    void starRocksEscapesWithABackslash() {
        assertThat(statements("SELECT 'it\\'s;', \"a\\\";\", 'b\\\\'; SELECT 2", Dialect.STARROCKS))
                .extracting(Statement::text)
                .containsExactly("SELECT 'it\\'s;', \"a\\\";\", 'b\\\\'", "SELECT 2");
        assertThat(statements("SELECT 4 // 2; SELECT 2", Dialect.STARROCKS)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE CATALOG lake WITH (), CREATE_CATALOG",
        "CREATE DATABASE IF NOT EXISTS ods, CREATE_DATABASE",
        "create table t (a INT), CREATE_TABLE",
        "CREATE TABLE IF NOT EXISTS t (a INT), CREATE_TABLE",
        "CREATE OR REPLACE TABLE t AS SELECT 1, CREATE_TABLE",
        "CREATE TEMPORARY TABLE t (a INT), CREATE_TEMPORARY_TABLE",
        "CREATE VIEW v AS SELECT 1, CREATE_VIEW",
        "CREATE OR REPLACE VIEW v AS SELECT 1, CREATE_VIEW",
        "CREATE TEMPORARY VIEW v AS SELECT 1, CREATE_TEMPORARY_VIEW",
        "CREATE MATERIALIZED VIEW v AS SELECT 1, CREATE_MATERIALIZED_VIEW",
        "CREATE FUNCTION f AS 'x', CREATE_FUNCTION",
        "CREATE TEMPORARY FUNCTION f AS 'x', CREATE_TEMPORARY_FUNCTION",
        "CREATE TEMPORARY SYSTEM FUNCTION f AS 'x', CREATE_TEMPORARY_SYSTEM_FUNCTION",
        "INSERT INTO t SELECT 1, INSERT",
        "INSERT OVERWRITE t SELECT 1, INSERT",
        "UPDATE t SET a = 1, UPDATE",
        "DELETE FROM t, DELETE",
        "SELECT 1, SELECT",
        "(SELECT 1) UNION (SELECT 2), SELECT",
        "WITH x AS (SELECT 1) SELECT * FROM x, SELECT",
        "VALUES (1), SELECT",
        "EXPLAIN SELECT 1, EXPLAIN",
        "DESC t, DESCRIBE",
        "SHOW TABLES, SHOW",
        "SET 'a' = 'b', SET",
        "RESET, RESET",
        "USE CATALOG lake, USE",
        "USE lake.ods, USE",
        "LOAD MODULE hive, LOAD_MODULE",
        "ADD JAR 'x.jar', ADD_JAR",
        "DROP TABLE t, DROP",
        "ALTER TABLE t ADD a INT, ALTER",
        "CALL sys.compact('t'), CALL",
        "ANALYZE TABLE t COMPUTE STATISTICS, ANALYZE",
        "/*+ hint */ SELECT 1, OTHER",
        "gibberish, OTHER",
        "CREATE, OTHER",
        "ENDLESS, OTHER",
        "BEGIN, OTHER",
    })
    void theFirstWordsTellTheKind(String sql, StatementKind kind) {
        assertThat(statements(sql)).extracting(Statement::kind).containsExactly(kind);
    }

    @Test
    void commentsBetweenTheFirstWordsDoNotMatter() {
        assertThat(statements("/* x */ CREATE -- y\n TEMPORARY /* z */ VIEW v AS SELECT 1"))
                .extracting(Statement::kind)
                .containsExactly(StatementKind.CREATE_TEMPORARY_VIEW);
    }

    @Test
    void settingsAreRead() {
        assertThat(
                        statements(
                                """
                        SET 'state.ttl' = '1 d';
                        SET parallelism.default = 2;
                        SET 'it''s' = 'a = b; c';
                        SET;
                        RESET 'state.ttl';
                        RESET;
                        """))
                .extracting(statement -> statement.setting().orElseThrow())
                .containsExactly(
                        new Setting(Optional.of("state.ttl"), Optional.of("1 d")),
                        new Setting(Optional.of("parallelism.default"), Optional.of("2")),
                        new Setting(Optional.of("it's"), Optional.of("a = b; c")),
                        new Setting(Optional.empty(), Optional.empty()),
                        new Setting(Optional.of("state.ttl"), Optional.empty()),
                        new Setting(Optional.empty(), Optional.empty()));
        assertThat(statements("SELECT 1").get(0).setting()).isEmpty();
    }

    @Test
    void bothFormsOfAStatementSetAreTheSame() {
        List<StatementKind> kinds = List.of(
                StatementKind.BEGIN_STATEMENT_SET, StatementKind.INSERT, StatementKind.INSERT, StatementKind.END);
        assertThat(statements("BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END;"))
                .extracting(Statement::kind)
                .isEqualTo(kinds);
        assertThat(statements("EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END"))
                .extracting(Statement::kind)
                .isEqualTo(kinds);
    }

    @Test
    void statementSetsThatAreNotWellFormed() {
        assertThat(problems("BEGIN STATEMENT SET; INSERT INTO a SELECT 1;"))
                .containsExactly("sql/t.sql:1:1: error[ELT4002]: this statement set has no END");
        assertThat(problems("SELECT 1;\nEND;"))
                .containsExactly("sql/t.sql:2:1: error[ELT4002]: END closes no statement set");
        assertThat(problems("BEGIN STATEMENT SET; BEGIN STATEMENT SET; END;"))
                .containsExactly("sql/t.sql:1:22: error[ELT4002]: a statement set cannot stand in another one");
        assertThat(problems("BEGIN STATEMENT SET;\n SET 'a' = 'b';\n SELECT 1; END;"))
                .containsExactly(
                        "sql/t.sql:2:2: error[ELT4002]: a statement set holds INSERT statements only",
                        "sql/t.sql:3:2: error[ELT4002]: a statement set holds INSERT statements only");
    }

    @Test
    void whatIsNotClosedIsNamedAtItsStart() {
        assertThat(problems("SELECT 1;\nSELECT 'a;\n b"))
                .containsExactly("sql/t.sql:2:8: error[ELT4001]: this string is not closed");
        assertThat(problems("SELECT `a"))
                .containsExactly("sql/t.sql:1:8: error[ELT4001]: this quoted name is not closed");
        assertThat(problems("SELECT \"a''"))
                .containsExactly("sql/t.sql:1:8: error[ELT4001]: this string is not closed");
        assertThat(problems(" /* a * /")).containsExactly("sql/t.sql:1:2: error[ELT4001]: this comment is not closed");
        assertThat(problems("SELECT * FROM t /*+ OPTIONS('a'='*/')"))
                .containsExactly("sql/t.sql:1:17: error[ELT4001]: this hint is not closed");
        assertThat(problems("SELECT 'it''"))
                .containsExactly("sql/t.sql:1:8: error[ELT4001]: this string is not closed");
    }

    @Test
    void commentsBeforeAStatementDoNotShiftItsPositions() {
        Statement statement = statements("-- first; line\n/* second\n   line */ SELECT a,\n\t`b b` FROM t;")
                .get(0);
        assertThat(statement.text()).isEqualTo("SELECT a,\n\t`b b` FROM t");
        assertThat(statement.span()).isEqualTo(new SourceSpan("sql/t.sql", 3, 12, 4, 14));
        assertThat(statement.spanAt(1, 8)).isEqualTo(new SourceSpan("sql/t.sql", 3, 19, 3, 20));
        assertThat(statement.spanAt(2, 2)).isEqualTo(new SourceSpan("sql/t.sql", 4, 2, 4, 7));
        assertThat(statement.originAt(2, 2, 2, 6).span()).isEqualTo(new SourceSpan("sql/t.sql", 4, 2, 4, 7));
    }

    @Test
    void positionsOutsideTheStatementAreMovedIntoIt() {
        Statement statement = statements("SELECT a\nFROM b;").get(0);
        assertThat(statement.spanAt(9, 9)).isEqualTo(new SourceSpan("sql/t.sql", 2, 6, 2, 7));
        assertThat(statement.spanAt(1, 99)).isEqualTo(new SourceSpan("sql/t.sql", 1, 8, 1, 9));
    }

    @Test
    void positionsLeadThroughTemplates() {
        TestProject project =
                new TestProject(root).file("macros/m.sql", "{% macro half(x) %}\n  ({{ x }} / tow)\n{% endmacro %}");
        Statement statement = Script.statements(
                        project.render("{# c #}\nSELECT {{ 'a' }}, {{ half('b') }},\n c FROM t"), Dialect.FLINK)
                .get(0);
        assertThat(statement.executableText()).isEqualTo("SELECT a, \n  (b / tow)\n,\n c FROM t");
        assertThat(statement.spanAt(2, 8)).isEqualTo(new SourceSpan("macros/m.sql", 2, 14, 2, 17));
        assertThat(statement.originAt(2, 8).calledFrom()).containsExactly(new SourceSpan("sql/t.sql", 2, 19, 2, 34));
        assertThat(statement.spanAt(1, 8)).isEqualTo(new SourceSpan("sql/t.sql", 2, 8, 2, 17));
        assertThat(statement.spanAt(4, 2)).isEqualTo(new SourceSpan("sql/t.sql", 3, 2, 3, 3));
    }

    @Test
    void aSecretIsInTheTextToExecuteOnly() {
        TestProject project = new TestProject(root).environment(Map.of("DB_PASSWORD", "x;y'z"));
        List<Statement> statements = Script.statements(
                project.render("SET 'p' = '{{ env_var('DB_PASSWORD') | sql | slice(1) | first if false else 'v' }}';"
                        + " SELECT {{ env_var('DB_PASSWORD') | sql }}, 2"),
                Dialect.FLINK);
        assertThat(statements.get(1).executableText()).isEqualTo("SELECT 'x;y''z', 2");
        assertThat(statements.get(1).text()).isEqualTo("SELECT '******', 2");
        assertThat(statements.get(1)).hasToString("SELECT SELECT '******', 2");
    }
}
