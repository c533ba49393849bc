package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that change their tables between two runs. */
class AlterIT {
    @TempDir
    private Path folder;

    private ProjectCopy project;

    @BeforeEach
    void runOnce() {
        project = new ProjectCopy(folder)
                .write("elt.yaml", "name: small\ntargets: {default: local, local: {run-on: embedded}}\n")
                .write(
                        "catalogs/lake.sql",
                        """
                        CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');
                        """);
        define("n INT NOT NULL", "'snapshot.time-retained' = '1 h'", "n");
        Outcome first = project.elt("run", "--once");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).doesNotContain("ALTER");
    }

    @Test
    void aNewColumnAndAChangedOptionTakeEffectAndAreSaid() {
        define("n INT NOT NULL, word STRING", "'snapshot.time-retained' = '2 h'", "n, 'word'");

        Outcome second = project.elt("run", "--once", "--fresh");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err())
                .contains("ALTER lake.ods.number: column word STRING is new; option snapshot.time-retained is 2 h now,"
                        + " it was 1 h ... [OK in ");
        Outcome rows = project.elt("query", "--output", "json", "SELECT n, word FROM lake.ods.number ORDER BY n");
        assertThat(rows.rows()).as(rows.err()).hasSize(3).contains(Map.of("n", "1", "word", "word"));

        Outcome third = project.elt("run", "--once", "--fresh");
        assertThat(third.err()).doesNotContain("ALTER");
    }

    @Test
    void whatWouldLoseSomethingIsToldAtTheDefinitionBeforeAJobStarts() {
        define("n SMALLINT NOT NULL", "'snapshot.time-retained' = '2 h'", "CAST(n AS SMALLINT)");

        Outcome second = project.elt("run", "--once", "--fresh");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err())
                .containsPattern("sql/ods_number.sql:5:28: .*ELT6007.*lake.ods.number.*column n is INT NOT NULL there"
                        + " and SMALLINT NOT NULL in the file")
                .contains("CREATE TABLE IF NOT EXISTS lake.ods.number (n SMALLINT NOT NULL")
                .doesNotContain("START ods_number", "ALTER", "\tat ");
        define("n INT NOT NULL", "'snapshot.time-retained' = '1 h'", "n");
        Outcome back = project.elt("run", "--once", "--fresh");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.err()).as("nothing was altered").doesNotContain("ALTER");
    }

    private void define(String columns, String options, String selected) {
        project.write(
                "sql/ods_number.sql",
                """
                CREATE DATABASE IF NOT EXISTS lake.ods;

                CREATE TABLE IF NOT EXISTS lake.ods.number_of_old (n INT);

                CREATE TABLE IF NOT EXISTS lake.ods.number (%s, PRIMARY KEY (n) NOT ENFORCED)
                WITH ('bucket' = '1', %s);

                CREATE TEMPORARY TABLE numbers (n INT)
                WITH (
                  'connector' = 'datagen',
                  'fields.n.kind' = 'sequence',
                  'fields.n.start' = '1',
                  'fields.n.end' = '3'
                );

                INSERT INTO lake.ods.number SELECT %s FROM numbers;
                """
                        .formatted(columns, options, selected));
    }
}
