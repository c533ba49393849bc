package io.elt.rules;

import io.elt.cli.Called;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What a project, a target, a file and a flag make of a finding: here a variable that nobody uses. */
class CheckSettingsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() {
        write("macros/m.sql", "{% macro unused_macro() %}{% endmacro %}\n");
        write("sql/a.sql", "-- nothing\n");
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Called check(String yaml, String... arguments) {
        write("elt.yaml", "name: t\n" + yaml);
        String[] all = new String[arguments.length + 3];
        all[0] = "check";
        all[1] = "-C";
        all[2] = folder.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Called.elt(all);
    }

    @Test
    void aWarningIsToldAndDoesNotFail() {
        Called called = check("");

        assertThat(called.exitCode()).isZero();
        assertThat(called.err()).contains("macros/m.sql:1:10: warning[ELT5117]").contains("\n1 warning\n");
    }

    @Test
    void unlessWarningsAreErrors() {
        Called called = check("", "--strict");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("error[ELT5117]").contains("\n1 problem\n");
    }

    @Test
    void theProjectSaysWhatARuleIsWorth() {
        assertThat(check("check: {rules: {unused-declaration: error}}\n").exitCode())
                .isEqualTo(1);
        assertThat(check("check:\n  rules:\n    unused-declaration: off\n").err())
                .contains("no problems");
    }

    @Test
    void aTargetSaysItForItself() {
        String yaml =
                """
                check: {rules: {unused-declaration: off, layer-order: off}}
                targets:
                  default: local
                  local: {run-on: embedded}
                  prod:
                    run-on: yarn
                    check: {rules: {unused-declaration: error}}
                """;

        assertThat(check(yaml).exitCode()).isZero();
        assertThat(check(yaml, "-t", "prod").err()).contains("error[ELT5117]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {rules: {unused-declarations: off}} | ELT2102 | did you mean 'unused-declaration'?
            {rules: {unused-declaration: warn}} | ELT2106 | write one of: off, warning, error
            {rules: {unused-declaration: []}}   | ELT2106 | write one of: off, warning, error
            {rules: off}                        | ELT2105 | 'rules' must be a mapping
            {rule: {}}                          | ELT2102 | did you mean 'rules'?
            {allowed-lag: soon}                 | ELT2106 | write it like '3 d'
            strict                              | ELT2105 | 'check' must be a mapping
            """)
    void whatIsNotUnderstoodIsAnError(String check, String code, String hint) {
        Called called = check("check: " + check + "\n");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("error[" + code + "]", hint, "elt.yaml:2:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            ['unused-alowance']        | there is no rule 'unused-alowance' to allow
            {'layer-order': ''}        | config: allow must be
            3                          | config: allow must be
            """)
    void soIsAnAllowanceThatNamesNoRule(String allow, String message) {
        write("sql/a.sql", "{{ config(allow=" + allow + ") }}\n");

        Called called = check("");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("sql/a.sql:1:1: error[ELT3006]", message);
    }

    @Test
    void anAllowanceIsForItsFileAndItsRule() {
        write(
                "sql/a.sql",
                "{% macro inner() %}{% endmacro %}{{ config(allow=['unused-declaration', 'layer-order']) }}\n");

        Called called = check("");

        assertThat(called.err())
                .as("what is found in macros/ is not allowed by a file of sql/")
                .contains("ELT5117")
                .contains("the file allows 'layer-order'")
                .contains("\n3 warnings\n");
    }
}
