package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import io.elt.diagnostic.Secret;
import io.elt.render.RenderedSql;
import io.elt.render.Renderer;
import io.elt.render.TestProject;
import io.elt.runner.JobSecrets;
import io.elt.script.Dialect;
import io.elt.script.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets leave the texts of a job, and come back as they were. */
class SecretExtractionTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CORE_DB_PASSWORD", "it's core",
            "KAFKA_PW", "kafka-hunter",
            "S3_SECRET_KEY", "s3-hunter",
            "PIN_TOKEN", "4711",
            "PLAIN", "plain text");

    @TempDir
    private Path root;

    private TestProject project;
    private SecretExtraction extraction;

    @BeforeEach
    void project() {
        project = new TestProject(root)
                .file(
                        "elt.yaml",
                        """
                        name: bank
                        vars:
                          starrocks_password: "{{ env_var('KAFKA_PW') }}+"
                          jdbc_url: "jdbc:mysql://u:{{ env_var('S3_SECRET_KEY') }}@db"
                          nested: {db: {password: nested-hunter}}
                        sources:
                          core: {connector: mysql-cdc, password: "{{ env_var('CORE_DB_PASSWORD') }}"}
                          events:
                            connector: kafka
                            properties.sasl.jaas.config: 'X required username="u" password="{{ env_var(''KAFKA_PW'') }}";'
                        targets:
                          local:
                            run-on: embedded
                            flink:
                              s3.secret-key: "{{ env_var('S3_SECRET_KEY') }}"
                              parallelism.default: "2"
                        """)
                .environment(ENVIRONMENT);
    }

    private List<String> extracted(String sql) {
        project.file("sql/t.sql", sql);
        Renderer renderer = project.renderer();
        RenderedSql rendered =
                renderer.render(project.project().files().table("t").orElseThrow());
        extraction = new SecretExtraction(renderer.secrets());
        return Script.statements(rendered, Dialect.FLINK).stream()
                .map(extraction::statement)
                .toList();
    }

    private String extractedOne(String sql) {
        return extracted(sql).get(0);
    }

    @Test
    void aSecretIsCalledAsTheEnvironmentCallsIt() {
        assertThat(extractedOne("CREATE TABLE t (a INT) WITH ({{ source('core') }})"))
                .contains("'password' = '${elt.secret:CORE_DB_PASSWORD}'");
        assertThat(extraction.taken()).isEqualTo(JobSecrets.of(Map.of("CORE_DB_PASSWORD", "it's core")));
    }

    @Test
    void aSecretWithinALargerTextHasAPlaceholderThere() {
        assertThat(extractedOne(
                        "SELECT '{{ var('jdbc_url') }}' AS a, '{{ env_var('S3_SECRET_KEY') }}' -- it's a comment"))
                .isEqualTo(
                        "SELECT 'jdbc:mysql://u:${elt.secret:S3_SECRET_KEY}@db' AS a, '${elt.secret:S3_SECRET_KEY}'");
    }

    @Test
    void aTextThatIsSecretAsAWholeIsOneSecret() {
        assertThat(extractedOne("CREATE TABLE t (a INT) WITH ({{ source('events') }})"))
                .contains("'properties.sasl.jaas.config' = '${elt.secret:events_properties_sasl_jaas_config}'");
        assertThat(extraction.taken().reveal("events_properties_sasl_jaas_config"))
                .contains("X required username=\"u\" password=\"kafka-hunter\";");
    }

    @Test
    void variablesAreCalledByTheirNames() {
        assertThat(extractedOne("SELECT '{{ var('starrocks_password') }}', '{{ var('nested').db.password }}'"))
                .isEqualTo("SELECT '${elt.secret:starrocks_password}', '${elt.secret:nested_db_password}'");
    }

    @Test
    void outsideOfAStringASecretStandsAsItIs() {
        assertThat(extractedOne("SELECT a FROM t WHERE pin = {{ env_var('PIN_TOKEN') }}"))
                .isEqualTo("SELECT a FROM t WHERE pin = ${elt.secret.text:PIN_TOKEN}");
        assertThat(extractedOne("SELECT {{ env_var('CORE_DB_PASSWORD') | sql }}"))
                .isEqualTo("SELECT '${elt.secret:CORE_DB_PASSWORD}'");
    }

    @Test
    void whatStandsSideBySideHasTwoPlaceholders() {
        assertThat(extractedOne("SELECT '{{ env_var('PIN_TOKEN') }}{{ var('starrocks_password') }}'"))
                .isEqualTo("SELECT '${elt.secret:PIN_TOKEN}${elt.secret:starrocks_password}'");
    }

    @Test
    void aPasswordThatStandsInTheFileIsNoPartOfABundleEither() {
        assertThat(
                        extracted(
                                """
                        CREATE TABLE a (x INT) WITH ('jdbc.password' = 'it''s', 'token' = '', 'plain' = '{{ env_var('PLAIN') }}');
                        CREATE TABLE b (x INT) WITH ('jdbc.password' = 'other', 'use-token' = 'true');
                        INSERT INTO a SELECT * FROM b /*+ OPTIONS('jdbc.password' = 'pre{{ env_var('KAFKA_PW') }}') */"""))
                .containsExactly(
                        "CREATE TABLE a (x INT) WITH ('jdbc.password' = '${elt.secret:jdbc_password}', 'token' = '',"
                                + " 'plain' = 'plain text')",
                        "CREATE TABLE b (x INT) WITH ('jdbc.password' = '${elt.secret:jdbc_password_2}', 'use-token' ="
                                + " 'true')",
                        "INSERT INTO a SELECT * FROM b /*+ OPTIONS('jdbc.password' = '${elt.secret:jdbc_password_3}')"
                                + " */");
        assertThat(extraction.taken())
                .isEqualTo(JobSecrets.of(Map.of(
                        "jdbc_password", "it's", "jdbc_password_2", "other", "jdbc_password_3", "prekafka-hunter")));
    }

    @Test
    void settingsOfTheTargetHavePlaceholdersToo() {
        Renderer renderer = project.renderer();
        Map<String, String> settings = renderer.flinkSettings();
        extraction = new SecretExtraction(renderer.secrets());
        settings.replaceAll(extraction::setting);

        assertThat(settings)
                .containsEntry("s3.secret-key", "${elt.secret:S3_SECRET_KEY}")
                .containsEntry("parallelism.default", "2");
        assertThat(extraction.setting("some.url", "https://u:s3-hunter@host"))
                .isEqualTo("https://u:${elt.secret:S3_SECRET_KEY}@host");
        assertThat(extraction.setting("security.delegation.tokens.enabled", "false"))
                .isEqualTo("false");
        assertThat(extraction.taken()).isEqualTo(JobSecrets.of(Map.of("S3_SECRET_KEY", "s3-hunter")));
    }

    @Test
    void aShortSecretIsNotLookedForInsideOfSettings() {
        extraction = new SecretExtraction(new NamedSecrets(Map.of("PIN", Secret.of("2"))));

        assertThat(extraction.setting("a", "12")).isEqualTo("12");
        assertThat(extraction.setting("a", "2")).isEqualTo("${elt.secret:PIN}");
    }

    @Test
    void namesDoNotDependOnTheOrderOfFiles() {
        project.file("sql/a.sql", "{{ source('core') }}").file("sql/b.sql", "{{ env_var('CORE_DB_PASSWORD') }}");
        Renderer forward = project.renderer();
        Renderer backward = project.renderer();
        project.project().files().tables().forEach(forward::render);
        project.project().files().tables().stream()
                .sorted((one, other) -> other.path().compareTo(one.path()))
                .forEach(backward::render);

        assertThat(forward.secrets().nameOf("it's core"))
                .isEqualTo(backward.secrets().nameOf("it's core"))
                .contains("CORE_DB_PASSWORD");
    }
}
