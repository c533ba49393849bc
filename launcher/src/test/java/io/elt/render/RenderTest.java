package io.elt.render;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What an author of templates relies on. */
class RenderTest {

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
                        vars: {zone: UTC, days: 30, rate: 1.10, hex: 0x1F, strict: true, nothing: null, list: [a, b],
                               map: {k: v}, stage: "{{ env_var('STAGE') }}", nested: "{{ var('stage') }}-{{ var('days') }}",
                               circle: "{{ var('circle') }}", broken: "{{ env_var('ABSENT') }}"}
                        sources:
                          account: {connector: kafka, topic: "bank.{{ var('stage') }}", format: debezium-json}
                          owner: {connector: mysql-cdc, table-name: "o'neil"}
                        targets:
                          local: {run-on: embedded, flink: {parallelism.default: 2, state.path: "/{{ var('stage') }}"}}
                        """)
                .environment(Map.of("STAGE", "test"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "{{ var('zone') }} § UTC",
                "{{ var('days') + 1 }} § 31",
                "{{ var('rate') }} § 1.10",
                "{{ var('hex') }} § 31",
                "{{ 'strict' if var('strict') else 'lax' }} § strict",
                "{{ var('absent', 'x') }} § x",
                "{{ var('absent', default=3) + 1 }} § 4",
                "{{ var('nothing') | default('n') }} § n",
                "{{ var('nested') }} § test-30",
                "{{ var('list') | join('+') }} § a+b",
                "{% for k, v in var('map').items() %}{{ k }}={{ v }}{% endfor %} § k=v",
                "{% for k in var('map') %}{{ k }}{% endfor %} § k",
                "{{ env_var('STAGE') }} § test",
                "{{ env_var('ABSENT', 'd') }} § d",
                "{{ target.name }} {{ target.run_on }} § local embedded",
                "{{ this.name }} {{ this.layer }} {{ this.path }} § t none sql/t.sql",
                "{{ \"o'neil\" | sql }} {{ 1 | sql }} {{ true | sql }} {{ none | sql }} § 'o''neil' 1 TRUE NULL",
                "IN ({{ ['a', \"b'\"] | sql }}) § IN ('a', 'b''')",
                "{{ range(3) | join }} {{ range(5, 1, -2) | join }} § 012 53",
                "{{ None is none }} {{ True and not False }} § true true",
                "{{ 'a' ~ 1 }} {{ 7 // 2 }} {{ 2 ** 3 }} {{ 7 % 4 }} § a1 3 8 3",
                "{{ 'abc' | upper }} {{ ' x ' | trim }} {{ 'a,b'.split(',') | length }} § ABC x 2",
                "{% raw %}{{ not_a_name }} {% endraw %} § {{ not_a_name }}",
                "'{{ '{{' }}' § '{{'",
                "a{# {{ nope }} #}b § ab",
                "{%- if true -%}  x  {%- endif -%} § x",
                "a  {{- ' b ' -}}  c § a b c",
                "{% for i in range(3) %}{{ i }}{% if not loop.last %},{% endif %}{% endfor %} § 0,1,2",
                "{{ nope is defined }} {{ nope | default('x') }} {{ nope is undefined }} § false x true",
                "{{ target.nope | default('x') }} § x",
                "{% if nope is defined and nope > 3 %}x{% else %}y{% endif %} § y",
                "{% set a, b = 1, 2 %}{{ a }}{{ b }} § 12",
                "{% set l = [] %}{% do l.append('z') %}{{ l | join }} § z",
                "{% set ns = namespace(n=0) %}{% for i in range(3) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }} § 3",
            })
    void expressions(String template, String expected) {
        assertThat(project.text(template.trim()).trim()).isEqualTo(expected.trim());
    }

    @Test
    void aSourceIsTheBodyOfAWithClause() {
        assertThat(project.text("WITH (\n  {{ source('account') }})"))
                .isEqualTo(
                        """
                        WITH (
                          'connector' = 'kafka',
                          'topic' = 'bank.test',
                          'format' = 'debezium-json')""");
    }

    @Test
    void aSourceTakesOptionsOverridesAndRemovals() {
        assertThat(project.text("{{ source('account', {'scan.mode': 'latest', 'topic': none}, format='guarded') }}"))
                .isEqualTo("'connector' = 'kafka',\n'format' = 'guarded',\n'scan.mode' = 'latest'");
    }

    @Test
    void quotesInOptionsAreDoubled() {
        assertThat(project.text("{{ source('owner') }}")).contains("'table-name' = 'o''neil'");
    }

    @Test
    void whatAFileUsesIsKnown() {
        RenderedSql rendered = project.render("{{ source('account') }} {{ var('days') }}");
        assertThat(rendered.sources()).containsExactly("account");
        assertThat(rendered.variables()).containsExactly("days");
    }

    @Test
    void configIsGatheredAndWritesNothing() {
        RenderedSql rendered =
                project.render("{{ config(mode='batch', parallelism=2) }}{{ config(job='j', tags='x') }}");
        assertThat(rendered.executableText()).isEmpty();
        assertThat(rendered.config().mode()).contains(FileConfig.Mode.BATCH);
        assertThat(rendered.config().parallelism()).hasValue(2);
        assertThat(rendered.config().job()).contains("j");
        assertThat(rendered.config().tags()).containsExactly("x");
    }

    @Test
    void macrosOfTheFolderNeedNoImport() {
        project.file("macros/m.sql", "{% macro a(x, y='1, (2)') %}{{ b(x) }}-{{ y }}{% endmacro %}")
                .file("macros/deep/n.jinja", "{% macro b(x) %}<{{ x }}>{% endmacro %}");
        assertThat(project.text("{{ a('q') }} {{ a('q', y='z') }} {{ a(x='k') }}"))
                .isEqualTo("<q>-1, (2) <q>-z <k>-1, (2)");
    }

    @Test
    void aDefaultIsOnlyEvaluatedWhenItIsNeeded() {
        project.file("macros/m.sql", "{% macro a(x=var('broken')) %}{{ x }}{% endmacro %}");
        assertThat(project.text("{{ a('given') }}")).isEqualTo("given");
    }

    @Test
    void aMacroIsAnOrdinaryTextToWhoeverLooksAtIt() {
        project.file("macros/m.sql", "{% macro yes() %}yes{% endmacro %}");
        assertThat(project.text(
                        "{% if yes() == 'yes' %}1{% endif %}{{ yes() | length }}{{ yes() | upper }}{{ yes() ~ '!' }}"))
                .isEqualTo("13YESyes!");
        assertThat(project.text("{% set x %}{{ yes() }}{% endset %}{{ x == 'yes' }} {{ [yes()][0] | length }}"))
                .isEqualTo("true 3");
        assertThat(project.text("{% macro f(a) %}{{ a | length }}{{ a == 'yes' }}{% endmacro %}{{ f(yes()) }}"))
                .isEqualTo("3true");
    }

    @Test
    void variableAndKeywordArguments() {
        project.file("macros/m.sql", "{% macro m() %}{{ varargs | join(',') }} {{ kwargs.k }}{% endmacro %}");
        assertThat(project.text("{{ m(1, 2, k='v') }}")).isEqualTo("1,2 v");
    }

    @Test
    void aCallBlockHandsItsBodyToTheMacro() {
        project.file(
                "macros/m.sql",
                "{% macro each(items) %}{% for i in items %}[{{ caller(i) }}]{% endfor %}{% endmacro %}");
        assertThat(project.text("{% call(item) each(['a', 'b']) %}{{ item | upper }}{% endcall %}"))
                .isEqualTo("[A][B]");
    }

    @Test
    void filesOfTheProjectCanBeIncludedAndImported() {
        project.file("snippets/where.sql", "WHERE zone = '{{ var('zone') }}'")
                .file("snippets/tools.jinja", "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{% set version = 7 %}");
        assertThat(project.text("{% include 'snippets/where.sql' %}")).isEqualTo("WHERE zone = 'UTC'");
        assertThat(project.text("{% include '../snippets/where.sql' %}")).isEqualTo("WHERE zone = 'UTC'");
        assertThat(project.text(
                        "{% import 'snippets/tools.jinja' as tools %}{{ tools.twice('a') }}{{ tools.version }}"))
                .isEqualTo("aa7");
        assertThat(project.text("{% from 'snippets/tools.jinja' import twice as double %}{{ double('b') }}"))
                .isEqualTo("bb");
    }

    @Test
    void blocksOfAParentCanBeReplaced() {
        project.file("snippets/base.sql", "SELECT {% block columns %}*{% endblock %} FROM x");
        assertThat(project.text("{% extends 'snippets/base.sql' %}{% block columns %}a, {{ super() }}{% endblock %}"))
                .isEqualTo("SELECT a, * FROM x");
    }

    @Test
    void settingsAndVariablesOfTheTarget() {
        Renderer renderer = project.renderer();
        assertThat(renderer.flinkSettings())
                .containsExactly(Map.entry("parallelism.default", "2"), Map.entry("state.path", "/test"));
        assertThat(renderer.variable("nested")).contains("test-30");
        assertThat(renderer.variable("days")).contains(30L);
        assertThat(renderer.variable("absent")).isEmpty();
    }

    @Test
    void nothingIsKeptBetweenFiles() {
        project.file("sql/a.sql", "{% set x = 1 %}{% macro m() %}{% endmacro %}{{ config(job='j') }}")
                .file("sql/b.sql", "{{ x is defined }}");
        Renderer renderer = project.renderer();
        var files = project.project().files();
        renderer.render(files.table("a").orElseThrow());
        RenderedSql second = renderer.render(files.table("b").orElseThrow());
        assertThat(second.executableText()).isEqualTo("false");
        assertThat(second.config()).isEqualTo(FileConfig.NONE);
    }

    @Test
    void severalThreadsMayRender() {
        project.file("macros/m.sql", "{% macro m(x) %}{% for i in range(50) %}{{ x }}{% endfor %}{% endmacro %}");
        for (int i = 0; i < 20; i++) {
            project.file("sql/f" + i + ".sql", "{{ m(this.name) }}");
        }
        Renderer renderer = project.renderer();
        List<String> texts = project.project().files().tables().parallelStream()
                .map(file -> renderer.render(file).executableText().replace(file.name(), ""))
                .distinct()
                .toList();
        assertThat(texts).containsExactly("");
    }
}
