package io.elt.render;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** One file for a topic and for a table in a database: what the project's own macros make of either. */
class BoundSourceTest {
    private static final Path LAKE = Path.of("../macros/lake.sql");
    private static final String FILE =
            """
            CREATE TEMPORARY TABLE change (id INT, {{ guarded_columns('%1$s', 'id') }}) WITH ({{ source('%1$s') }});
            {{ ingest(source='%1$s', table='t', events='change', columns=['id']%2$s) }}
            """;

    @TempDir
    Path root;

    private TestProject project;

    @BeforeEach
    void project() throws IOException {
        project = new TestProject(root)
                .file("macros/lake.sql", Files.readString(LAKE))
                .file(
                        "elt.yaml",
                        """
                        name: bank
                        vars: {history: 1 d, buckets: 1, consumer_expiry: 1 d}
                        sources:
                          topic: {connector: kafka, topic: account, format: guarded, guarded.format: json}
                          table: {connector: mysql-cdc, table-name: account, password: "{{ env_var('ABSENT') }}"}
                          owner: {connector: mysql-cdc, table-name: owner}
                        """);
    }

    private static String file(String source, String checks) {
        return FILE.formatted(source, checks);
    }

    @Test
    void aGuardedSourceIsSplitIntoGoodRowsAndQuarantine() {
        assertThat(project.text(file("topic", ", checks={'positive': 'id > 0'}")))
                .contains("_raw BYTES METADATA", "WHEN (id > 0) IS NOT TRUE THEN 'positive'")
                .contains("INSERT INTO t\n", "INSERT INTO lake.ods.quarantine PARTITION (source = 'topic')")
                .doesNotContain("PRIMARY KEY (id)");
    }

    @Test
    void aTableOfADatabaseHasAKeyAndNothingForTheQuarantine() {
        assertThat(project.text(file("owner", "")))
                .contains("PRIMARY KEY (id) NOT ENFORCED", "INSERT INTO t\nSELECT id\nFROM change;")
                .doesNotContain("METADATA", "quarantine", "_checked");
    }

    @Test
    void withoutARecordNothingCouldGoToQuarantineThatACheckRefuses() {
        assertThat(project.problems(file("owner", ", checks={'positive': 'id > 0'}")))
                .singleElement()
                .asString()
                .contains("ELT3007", "source owner is not guarded", "a row that a check refuses");
    }

    @Test
    void withoutAKeyItsRowsCouldNotBeToldApart() {
        assertThat(project.problems("{{ guarded_columns('owner') }}"))
                .singleElement()
                .asString()
                .contains("ELT3007", "guarded_columns needs the key");
    }

    @Test
    void anOptionIsThatOfTheBoundSource() {
        assertThat(project.text("{{ source_option('owner', 'connector') }}")).isEqualTo("mysql-cdc");
        assertThat(project.text("{{ source_option('owner', 'format', 'none') }}"))
                .isEqualTo("none");
    }

    @Test
    void otherOptionsAreNotLookedAt() {
        assertThat(project.text("{{ source_option('table', 'connector') }}")).isEqualTo("mysql-cdc");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(project.problems("{{ source_option('owner', 'conector') }}"))
                .singleElement()
                .asString()
                .contains("ELT3002", "the source 'owner' has no option 'conector'");
        assertThat(project.problems("{{ source_option('onwer', 'connector') }}"))
                .singleElement()
                .asString()
                .contains("ELT3005");
        assertThat(project.problems("{{ source_option('owner') }}"))
                .singleElement()
                .asString()
                .contains("ELT3006", "source_option('name', 'option', default)");
        assertThat(project.problems("{{ fail() }}")).singleElement().asString().contains("ELT3006");
    }
}
