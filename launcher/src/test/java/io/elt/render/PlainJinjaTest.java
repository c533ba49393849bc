package io.elt.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Marks change nothing: what is rendered is, letter by letter, what Jinjava alone renders. */
class PlainJinjaTest {

    @TempDir
    Path root;

    private static String plain(String template) {
        Jinjava jinjava = new Jinjava(JinjavaConfig.newBuilder()
                .withNestedInterpretationEnabled(false)
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withIterateOverMapKeys(true)
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withKeepNullableLoopValues(true)
                        .withHandleBackslashInQuotesOnly(true)
                        .build())
                .build());
        return jinjava.render(template, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "  \n\t a \n ",
                "{ { } } {a} % # {- -}",
                "a{{ 'b' }}c{{ 1 }}",
                "  {{- 'a' -}}  \n {{ 'b' }}  ",
                " a {%- if true -%} b {%- endif -%} c ",
                " a {% if true %}\n b \n{% endif %}\n c ",
                "{%- for i in [1, 2, 3] -%}\n  {{ i }},\n{% endfor %}x",
                "{% for i in [1, 2] %} {%- if i == 1 %} a {% else %} b {% endif -%} {% endfor %}",
                "a {# b #} c {#- d -#} e\n{# f\n g #}\nh",
                "{% raw %}{{ a }} {% if %} {# b #}{% endraw %} c",
                "a {%- raw -%}  {{ a }}  {% endraw -%}  c",
                "{% set x %} a {{ 1 }} {% endset %}[{{ x }}][{{ x | trim }}][{{ x | length }}]",
                "{% macro m(a) %}  <{{ a }}>  {% endmacro %}[{{ m(1) }}][{{ m('b') | trim }}]",
                "{% macro m() %}{% for i in range(3) %}{{ i }}{% endfor %}{% endmacro %}{{ m() ~ m() }}",
                "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %} x {{ 1 }} {% endcall %}",
                "{% for i in ['a', 'a', 'b'] %}{% ifchanged i %}{{ i }}{% endifchanged %}{% endfor %}",
                "{% for i in range(4) %}{% cycle 'x','y' %}{{ i }}{% endfor %}",
                "{% unless false %} a {% endunless %}{% if false %}b{% elif true %}c{% endif %}",
                "'it''s' {{ \"a'b\" }} {{ 'c\\'d' }} \\ \\n {{ '{{' }} {{ '}}' }}",
                "é 😀 {{ '金額' }} \u00a0 x",
                "SELECT 'a' -- {{ 'b' }}\n/* {{ 'c' }} */;\n",
                "{{ {'a': 1}['a'] }} {{ [1, 2][1] }} {{ (1 + 2) * 3 }}",
                "{% for k in {'a': 1, 'b': 2} %}{{ k }}{{ loop.index }}{{ loop.first }}{% endfor %}",
            })
    void theSameText(String template) {
        assertThat(new TestProject(root).text(template)).isEqualTo(plain(template));
    }

    @Test
    void theFirstOneIsQuickAndTheNextOnesQuicker() {
        TestProject project = new TestProject(root);
        project.file("sql/a.sql", "{% for i in range(100) %}SELECT {{ i }} AS c{{ i }};\n{% endfor %}");
        Renderer renderer = project.renderer();
        var file = project.project().files().table("a").orElseThrow();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            long start = System.nanoTime();
            renderer.render(file);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best / 1_000_000)
                .as("milliseconds for a file of a hundred loops")
                .isLessThan(50);
    }
}
