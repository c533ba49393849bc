package io.elt.bad;

import io.elt.golden.GoldenCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Templates that cannot be read, do not end, or ask for more than there is. */
class BadTemplateTest {
    @TempDir
    private Path folder;

    private String check(String sql) {
        return BadProject.in(folder).with("sql/ods_a.sql", sql).check();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("bad-template", BadProject::check);
    }

    @Test
    void whatDoesNotEndIsStopped() {
        assertThat(check("{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"))
                .contains("error[ELT3008]: rendering takes longer than 5 seconds", "loop or a recursion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // On a fast machine the places of its calls are too many before its time is up.
                "{% macro a(n) %}{% if n > 0 %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(40) }}",
                "{% for i in range(100000) %}{% for j in range(100000) %}x{% endfor %}{% endfor %}",
                "{% set x = 'x' %}{% for i in range(60) %}{% set x = x ~ x %}{% endfor %}{{ x }}",
                "{% set x = [1, 2] %}{% for i in range(60) %}{% set x = x + x %}{% endfor %}{{ x | length }}",
                "{% set x = [1] %}{% for i in range(60) %}{% do x.extend(x) %}{% endfor %}{{ x | length }}",
            })
    void whatGrowsWithoutEndIsStopped(String sql) {
        assertThat(check(sql)).contains("sql/ods_a.sql:1:", "error[ELT3008]: ");
    }

    @Test
    void nestingWithoutEnd() {
        assertThat(check("SELECT {{ " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + " }};"))
                .contains("sql/ods_a.sql:1:8: error[ELT3008]: brackets are nested more than 100 deep");
        assertThat(check("{% if true %}".repeat(5_000) + "SELECT 1;" + "{% endif %}".repeat(5_000)))
                .contains("sql/ods_a.sql:1:1301: error[ELT3008]: blocks are nested more than 100 deep");
    }

    @Test
    void expressionsOfManyParts() {
        assertThat(check("SELECT {{ 1" + " + 1".repeat(20_000) + " }};"))
                .contains("sql/ods_a.sql:1:8: error[ELT3008]: the template is too long or nested too deeply");
    }

    @Test
    void aLinkedSnippetOutsideOfTheProject() {
        assertThat(BadProject.in(folder)
                        .with("sql/ods_a.sql", "{% include 'snippets/x.sql' %}")
                        .withLink("snippets/x.sql", "/etc/passwd")
                        .check())
                .contains("snippets/x.sql:1:1: error[ELT2204]");
    }

    @Test
    void lettersThatLookLikeNothing() {
        assertThat(check("{{ var\u200b('x') }}")).contains("error[ELT3002]", "did you mean 'var'?");
        assertThat(check("SELECT {{ nope }} -- \u202e } \u001b[31m"))
                .contains("\ufffd")
                .doesNotContain("\u202e", "\u001b");
    }
}
