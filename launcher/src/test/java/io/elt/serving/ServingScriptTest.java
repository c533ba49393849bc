package io.elt.serving;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.render.TestProject;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The statements of sql/serving/ as a whole. */
class ServingScriptTest {
    @TempDir
    private Path folder;

    private List<Statement> statements(String sql) {
        return Script.statements(new TestProject(folder).render(sql), Dialect.STARROCKS);
    }

    @Test
    void databasesComeFirstThenTablesThenWhatReadsThem() {
        ServingScript script = ServingScript.of(
                statements(
                        """
                CREATE OR REPLACE VIEW ads.v AS SELECT * FROM ads.b;
                CREATE TABLE ads.b (id INT);
                CREATE VIEW ads.w AS SELECT * FROM ads.v;
                CREATE TABLE IF NOT EXISTS ads.a (id INT);
                CREATE DATABASE IF NOT EXISTS ads;
                """));

        assertThat(script.statements())
                .extracting(Statement::text)
                .containsExactly(
                        "CREATE DATABASE IF NOT EXISTS ads",
                        "CREATE TABLE ads.b (id INT)",
                        "CREATE TABLE IF NOT EXISTS ads.a (id INT)",
                        "CREATE OR REPLACE VIEW ads.v AS SELECT * FROM ads.b",
                        "CREATE VIEW ads.w AS SELECT * FROM ads.v");
        assertThat(script.tables()).extracting(ServingTable::table).containsExactly("b", "a");
    }

    @Test
    void allThatCannotBeReadIsToldAtOnce() {
        List<Statement> statements = statements("CREATE TABLE a (id INT);\nCREATE TABLE ads.b (id;\n");

        List<Diagnostic> problems = catchThrowableOfType(EltException.class, () -> ServingScript.of(statements))
                .diagnostics();

        assertThat(problems).extracting(Diagnostic::code).containsOnly(ErrorCode.SERVING_SQL);
        assertThat(problems)
                .extracting(problem -> problem.span().orElseThrow().toString())
                .satisfiesExactly(first -> assertThat(first).startsWith("sql/t.sql:1:1"), second -> assertThat(second)
                        .startsWith("sql/t.sql:2:1"));
    }
}
