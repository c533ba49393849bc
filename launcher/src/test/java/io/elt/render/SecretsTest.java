package io.elt.render;

import io.elt.diagnostic.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @TempDir
    Path root;

    private TestProject project;

    @BeforeEach
    void project() {
        project = new TestProject(root)
                .file(
                        "elt.yaml",
                        """
                        name: bank
                        vars: {db_password: hunter22}
                        sources:
                          account: {connector: mysql-cdc, username: reader, password: "{{ env_var('ACCOUNT_KEY') }}"}
                          owner: {connector: kafka, properties.sasl.jaas.config: "user={{ env_var('LOGIN') }};"}
                        targets: {local: {run-on: embedded, flink: {s3.secret-key: "{{ env_var('S3') }}"}}}
                        """)
                .environment(Map.of(
                        "ACCOUNT_KEY",
                        "it's",
                        "LOGIN",
                        "reader",
                        "S3",
                        "wJalrXUtnFEMI",
                        "API_TOKEN",
                        "a",
                        "PLAIN",
                        "b"));
    }

    @Test
    void aPasswordIsExecutedButNotShown() {
        RenderedSql rendered = project.render("CREATE TABLE t WITH (\n{{ source('account') }}) -- it's");
        assertThat(rendered.executableText()).contains("'password' = 'it''s')").endsWith("-- it's");
        assertThat(rendered.text())
                .contains("'username' = 'reader'", "'password' = '******')")
                .endsWith("-- it's");
        assertThat(rendered).hasToString(rendered.text());
    }

    @Test
    void aWholeValueIsSecretWhenItsKeyIs() {
        assertThat(project.render("{{ source('owner') }}").text())
                .isEqualTo("'connector' = 'kafka',\n'properties.sasl.jaas.config' = '******'");
    }

    @Test
    void variablesAndEnvironmentVariablesAreToldByTheirNames() {
        RenderedSql rendered =
                project.render("'{{ var('db_password') }}' '{{ env_var('API_TOKEN') }}' '{{ env_var('PLAIN') }}'");
        assertThat(rendered.executableText()).isEqualTo("'hunter22' 'a' 'b'");
        assertThat(rendered.text()).isEqualTo("'******' '******' 'b'");
    }

    @Test
    void aSecretCanBeComparedAndCombined() {
        assertThat(project.render("{{ var('db_password') == 'hunter22' }} jdbc:x?p={{ 'a' ~ var('db_password') }}")
                        .text())
                .isEqualTo("true jdbc:x?p=a******");
        project.file("macros/m.sql", "{% macro p() %}hunter22 {{ var('db_password') }}{% endmacro %}");
        assertThat(project.render("{{ p() }}").text()).isEqualTo("hunter22 ******");
    }

    @Test
    void anOptionOfAStatementTellsByItsName() {
        RenderedSql rendered = project.render(
                "CREATE TABLE t (a INT) WITH ('password' = '{{ env_var('PLAIN') }}', 'x' = '{{ env_var('LOGIN') }}',"
                        + " 'token' = {{ ('it' ~ \"'s\") | sql }}, 'use-token' = 'true', 'secret' = '', 'b' = 'literal',"
                        + " 'my.secret' = 'literal')");
        assertThat(rendered.text())
                .isEqualTo("CREATE TABLE t (a INT) WITH ('password' = '******', 'x' = 'reader', 'token' = '******',"
                        + " 'use-token' = 'true', 'secret' = '', 'b' = 'literal', 'my.secret' = '******')");
        assertThat(project.redactor().redact("denied: it's, it''s")).isEqualTo("denied: ******, ******");
    }

    @Test
    void whatAFilterMakesOfASecretIsASecret() {
        String login = "('reader:' ~ var('db_password')) | b64encode";
        RenderedSql rendered = project.render("'Basic {{ " + login + " }}' {{ var('db_password') | length }}");
        assertThat(rendered.executableText()).isEqualTo("'Basic cmVhZGVyOmh1bnRlcjIy' 8");
        assertThat(rendered.text()).isEqualTo("'Basic ******' 8");

        assertThat(project.render("{% set login = " + login + " %}'{{ login }}' '{{ 'reader' | upper }}'")
                        .text())
                .isEqualTo("'******' 'READER'");
        assertThat(project.render("{% set p = var('db_password') %}{{ p | upper }} {{ p | sql }} {{ p | trim }}")
                        .text())
                .isEqualTo("****** '******' ******");
    }

    @Test
    void whatDependsOnASecretAloneIsNone() {
        assertThat(project.render("{{ 'SASL_SSL' if var('db_password') else 'PLAINTEXT' }}")
                        .text())
                .isEqualTo("SASL_SSL");
    }

    @Test
    void offsetsMeanTheTextToExecute() {
        RenderedSql rendered = project.render("'{{ var('db_password') }}' x");
        int x = rendered.executableText().indexOf('x');
        assertThat(rendered.origin(x).span()).hasToString("sql/t.sql:1:28");
        assertThat(rendered.text(0, 10)).isEqualTo("'******'");
        assertThat(rendered.text(3, 5)).isEqualTo("******");
    }

    @Test
    void theRedactorLearnsWhatWasResolved() {
        project.render("{{ source('account') }}{{ var('db_password') }}");
        assertThat(project.redactor().redact("login failed: hunter22, it's")).isEqualTo("login failed: ******, ******");
        assertThat(project.renderer().flinkSettings()).containsEntry("s3.secret-key", "wJalrXUtnFEMI");
        assertThat(project.redactor().redact("key wJalrXUtnFEMI")).isEqualTo("key ******");
    }

    @Test
    void anOverriddenOptionIsToldByItsNameToo() {
        assertThat(project.render("{{ source('account', {'password': 'other-one'}) }}")
                        .text())
                .doesNotContain("other-one");
    }

    @Test
    void aProblemDoesNotRepeatASecret() {
        Diagnostic problem =
                project.diagnostics("{{ var(var('db_password')) }}").get(0);
        assertThat(project.redactor().redact(problem.toString())).doesNotContain("hunter22");
    }
}
