package io.elt.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that become one job. */
class ScriptFileTest {
    private static final String FUNCTION = "CREATE TEMPORARY FUNCTION codes AS 'io.elt.udf.Codes';\n";

    @TempDir
    private Path folder;

    private ScriptFile file(String job, String text) {
        return new ScriptFile("sql/a.sql", job, Map.of(), SqlFiles.statements(folder, text));
    }

    private static List<String> statements(String job, ScriptFile... files) {
        return ScriptFile.byJob(Arrays.asList(files)).get(job).stream()
                .flatMap(script -> script.statements().stream())
                .map(statement ->
                        statement.executableText().replaceAll("\\s+", " ").strip())
                .toList();
    }

    @Test
    void whatTwoFilesOfAJobCreateInTheSameWordsIsCreatedOnce() {
        assertThat(
                        statements(
                                "dws",
                                file("dws", FUNCTION + "INSERT INTO a SELECT codes(x) FROM s;"),
                                file(
                                        "dws",
                                        "CREATE TEMPORARY  FUNCTION codes\n  AS 'io.elt.udf.Codes';\nINSERT INTO b SELECT codes(x) FROM s;")))
                .containsExactly(
                        "CREATE TEMPORARY FUNCTION codes AS 'io.elt.udf.Codes'",
                        "INSERT INTO a SELECT codes(x) FROM s",
                        "INSERT INTO b SELECT codes(x) FROM s");
    }

    @Test
    void otherWordsAreSomethingElseAndFlinkWillSaySo() {
        assertThat(statements("dws", file("dws", FUNCTION), file("dws", FUNCTION.replace("Codes", "Others"))))
                .hasSize(2);
    }

    @Test
    void eachJobCreatesItsOwn() {
        ScriptFile deposit = file("dws_deposit", FUNCTION);
        ScriptFile loan = file("dws_loan", FUNCTION + " ");

        assertThat(statements("dws_deposit", deposit, loan)).hasSize(1);
        assertThat(statements("dws_loan", deposit, loan)).hasSize(1);
    }

    @Test
    void whatIsNotTemporaryIsNeverLeftOut() {
        assertThat(statements("dws", file("dws", "INSERT INTO a SELECT 1;"), file("dws", "INSERT INTO a SELECT 1; ")))
                .hasSize(2);
    }

    @Test
    void aFileThatChangesACatalogIsNotIndependent() {
        assertThat(file("a", "DROP TABLE lake.ods.a;").isIndependent()).isFalse();
        assertThat(file("a", FUNCTION + "INSERT INTO a SELECT 1;").isIndependent())
                .isTrue();
    }
}
