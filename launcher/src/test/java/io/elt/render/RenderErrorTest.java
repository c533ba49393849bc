package io.elt.render;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A template that is wrong says what and where, and never renders to something else. */
class RenderErrorTest {

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
                        vars: {zone: UTC, nothing: null, circle: "{{ var('other') }}", other: "{{ var('circle') }}",
                               broken: "{{ env_var('ABSENT') }}"}
                        sources: {account: {connector: kafka, topic: "{{ nope }}"}}
                        """)
                .file(
                        "macros/m.sql",
                        "{% macro one(a) %}\n  {{ a }}{% endmacro %}{% macro endless() %}{{ endless() }}{% endmacro %}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "a {{ nope }} § 1:6: error[ELT3002]: 'nope' is not defined",
                "{{ 'a' ~ nope }} § 1:10: error[ELT3002]: 'nope' is not defined",
                "{% if nope == 1 %}{% endif %} § 1:7: error[ELT3002]: 'nope' is not defined",
                "{% for x in nope %}{% endfor %} § 1:13: error[ELT3002]: 'nope' is not defined",
                "{% set x = nope %} § 1:12: error[ELT3002]: 'nope' is not defined",
                "{{ target.nam }} § 1:11: error[ELT3002]: there is no key 'nam' here",
                "{{ 'x' ~ target['nam'] }} § 1:18: error[ELT3002]: there is no key 'nam' here",
                "{{ on('x') }} § 1:4: error[ELT3002]: there is no function or macro 'on'",
                "{{ 'x' | uper }} § 1:10: error[ELT3002]: there is no filter 'uper'",
                "{{ 1 is evenn }} § 1:9: error[ELT3002]: there is no test 'evenn'",
                "{{ var('zon') }} § 1:1: error[ELT3003]: the variable 'zon' is not declared",
                "{{ env_var('ABSENT') }} § 1:1: error[ELT3004]: the environment variable ABSENT is not set",
                "{{ source('acount') }} § 1:1: error[ELT3005]: the source 'acount' is not declared",
                "{{ one() }} § 1:1: error[ELT3006]: one needs the argument 'a'",
                "{{ one(1, 2) }} § 1:1: error[ELT3006]: one takes 1 argument",
                "{{ one(1, b=2) }} § 1:1: error[ELT3006]: one has no argument 'b'",
                "{{ config(parallelism=0) }} § 1:1: error[ELT3006]: config: parallelism must be a number from 1 to 32768",
                "{{ config(moode='batch') }} § 1:1: error[ELT3006]: config has no argument 'moode'",
                "{{ config(job='a') }}{{ config(job='b') }} § 1:22: error[ELT3006]: config: job is set twice in this file",
                "{{ config('batch') }} § 1:1: error[ELT3006]: config is called as config(mode='streaming', parallelism=2, job='...', tags=[...], allow=[...])",
                "{{ var() }} § 1:1: error[ELT3006]: var is called as var('name') or var('name', default)",
                "{{ var('nothing') }} § 1:1: error[ELT3007]: the expression has no value, so there is nothing to write here",
                "{{ [1][5] }} § 1:1: error[ELT3007]: the expression has no value, so there is nothing to write here",
                "{{ [1, 2] }} § 1:1: error[ELT3007]: a list or a mapping cannot be written into SQL as it is",
                "{{ 1 / 0 }} § 1:1: error[ELT3007]: the result is not a number",
                "{{ 'x' | replace }} § 1:1: error[ELT3007]: replace requires 2 arguments (substring to replace, replacement string) or 3 arguments (substring to replace, replacement string, number of occurrences to replace)",
                "{{ 1 + }} § 1:8: error[ELT3001]: the expression cannot be read: expected a value, but it ends",
                "{{ 'a' 'b' }} § 1:8: error[ELT3001]: the expression cannot be read: expected '}', but there is 'b'",
                "{% if %}{% endif %} § 1:1: error[ELT3001]: Tag 'if' expects expression",
                "a {% for x of y %}{% endfor %} § 1:3: error[ELT3001]: Tag 'for' expects valid 'in' clause, got:  x of y",
                "{% macro (y) %}{% endmacro %} § 1:1: error[ELT3001]: the macro definition cannot be read: (y)",
                "{% iff x %} § 1:4: error[ELT3001]: there is no tag 'iff'",
                "a {% endif %} § 1:3: error[ELT3001]: '{% endif %}' closes something that is not open",
                "a {% else %} § 1:3: error[ELT3001]: '{% else %}' stands outside of for, if, ifchanged, unless",
                "a {% if true %} b § 1:3: error[ELT3001]: this is opened, but there is no '{% endif %}' that closes it",
                "a {{ b § 1:3: error[ELT3001]: this is opened, but there is no '}}' that closes it",
                "a {% if b § 1:3: error[ELT3001]: this is opened, but there is no '%}' that closes it",
                "a {{ '}} § 1:3: error[ELT3001]: this is opened, but there is no '}}' that closes it",
                "{% include 'sql/x.sql' %} § 1:1: error[ELT3009]: there is no file 'sql/x.sql' in the project",
                "{% include '../../x' %} § 1:1: error[ELT3010]: '../x' lies outside the project",
                "{% include '/etc/passwd' %} § 1:1: error[ELT3010]: '/etc/passwd' lies outside the project",
                "{% include 'sql/t.sql' %} § 1:1: error[ELT3008]: 'sql/t.sql' includes itself, directly or through others",
                "{{ range(200000) | length }} § 1:1: error[ELT3008]: the range is longer than 100000",
                "{{ 'x' | render }} § 1:1: error[ELT3010]: 'render' is switched off in templates",
            })
    void oneProblem(String template, String expected) {
        assertThat(project.problems(template)).singleElement().isEqualTo("sql/t.sql:" + expected.strip());
    }

    @Test
    void allProblemsOfAFileAreSaidOnce() {
        assertThat(project.problems(
                        "{{ a1 }}\n{% for i in range(3) %}{{ b1 }}{% endfor %}\n{{ c1 | default(1) }} {{ d1 }}"))
                .containsExactly(
                        "sql/t.sql:1:4: error[ELT3002]: 'a1' is not defined",
                        "sql/t.sql:2:27: error[ELT3002]: 'b1' is not defined",
                        "sql/t.sql:3:26: error[ELT3002]: 'd1' is not defined");
    }

    @Test
    void theNearestNameIsOffered() {
        assertThat(project.diagnostics("{{ targt.name }}").get(0).hint()).contains("did you mean 'target'?");
        assertThat(project.diagnostics("{{ var('zon') }}").get(0).hint()).contains("did you mean 'zone'?");
        assertThat(project.diagnostics("{% include 'macros/n.sql' %}").get(0).hint())
                .contains("did you mean 'macros/m.sql'?");
        assertThat(project.diagnostics("{{ env_var('X') }}").get(0).hint().orElseThrow())
                .contains("env_var('X', '...')");
    }

    @Test
    void anErrorInATagOfManyLinesIsAtItsLine() {
        assertThat(project.problems("a\n{{ var('zone')\n   ~ nope }}\n\n{% if true\n  and other %}{% endif %}"))
                .containsExactly(
                        "sql/t.sql:3:6: error[ELT3002]: 'nope' is not defined",
                        "sql/t.sql:6:7: error[ELT3002]: 'other' is not defined");
    }

    @Test
    void windowsLineEndsAndWideCharactersDoNotShiftThePlace() {
        assertThat(project.problems("'😀é'\r\n\r\n  '金額' {{ nope }}"))
                .containsExactly("sql/t.sql:3:11: error[ELT3002]: 'nope' is not defined");
    }

    @Test
    void anErrorInAMacroNamesTheMacroAndItsCaller() {
        project.file(
                "macros/n.sql",
                "\n{% macro bad() %}\n  {{ nope }}\n{% endmacro %}{% macro outer() %}{{ bad() }}{% endmacro %}");
        Diagnostic problem = project.diagnostics("a\n {{ outer() }}").get(0);
        assertThat(problem.span()).contains(new SourceSpan("macros/n.sql", 3, 6, 3, 10));
        assertThat(problem.frames())
                .containsExactly(
                        new SourceSpan("macros/n.sql", 4, 34, 4, 45), new SourceSpan("sql/t.sql", 2, 2, 2, 15));
    }

    @Test
    void anErrorInAnIncludedFileNamesTheInclude() {
        project.file("snippets/s.sql", "x\n{{ nope }}");
        Diagnostic problem =
                project.diagnostics("\n {% include 'snippets/s.sql' %}").get(0);
        assertThat(problem.span()).contains(new SourceSpan("snippets/s.sql", 2, 4, 2, 8));
        assertThat(problem.frames()).containsExactly(new SourceSpan("sql/t.sql", 2, 2, 2, 32));
    }

    @Test
    void anErrorInAnImportedFileIsNotLost() {
        project.file("snippets/s.sql", "{% set x = nope %}");
        assertThat(project.problems("{% import 'snippets/s.sql' as s %}"))
                .containsExactly("snippets/s.sql:1:12: error[ELT3002]: 'nope' is not defined");
    }

    @Test
    void anErrorInAValueOfTheProjectIsAtTheValue() {
        assertThat(project.problems("{{ var('broken') }}"))
                .containsExactly("elt.yaml:3:16: error[ELT3004]: the environment variable ABSENT is not set");
        assertThat(project.problems("{{ source('account') }}"))
                .containsExactly("elt.yaml:4:46: error[ELT3002]: 'nope' is not defined");
    }

    @Test
    void aVariableThatIsMadeOfItself() {
        assertThat(project.problems("{{ var('circle') }}")).singleElement().satisfies(problem -> assertThat(problem)
                .endsWith("error[ELT3007]: the variable 'circle' is made of itself"));
    }

    @Test
    void aValueThatIsNoText() {
        project.environment(Map.of("ODD", Marks.of(Marks.OPEN, 77)));
        assertThat(project.problems("{{ env_var('ODD') }}"))
                .containsExactly(
                        "sql/t.sql:1:1: error[ELT3007]: the value of env_var holds characters that are not text");
    }

    @Test
    void anEndlessRecursionEnds() {
        assertThat(project.diagnostics("{{ endless() }}")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.TEMPLATE_LIMIT);
            assertThat(problem.span().orElseThrow().file()).isEqualTo("macros/m.sql");
        });
    }

    @Test
    void anEndlessLoopEnds() {
        project.file(
                "sql/t.sql",
                "{% for a in range(100000) %}{% for b in range(100000) %}{% set x = 1 %}{% endfor %}{% endfor %}");
        SourceFile file = project.project().files().table("t").orElseThrow();
        Renderer renderer = Renderer.of(project.project(), Map.of(), project.redactor(), Duration.ofMillis(200));
        EltException failure = catchThrowableOfType(EltException.class, () -> renderer.render(file));
        assertThat(failure.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.TEMPLATE_LIMIT);
            assertThat(problem.span().orElseThrow().line()).isEqualTo(1);
        });
    }

    @Test
    void anEndlessOutputEnds() {
        String template = "{% for a in range(100000) %}{% for b in range(100000) %}0123456789{% endfor %}{% endfor %}";
        assertThat(project.problems(template)).singleElement().satisfies(problem -> assertThat(problem)
                .endsWith("error[ELT3008]: the result is larger than a file of SQL can be"));
    }

    @Test
    void brokenMacroFilesAreAllNamed() {
        project.file("macros/a.sql", "{% macro x() %}").file("macros/b.sql", "{{ nope }}");
        assertThat(project.problems("nothing of it"))
                .containsExactly(
                        "macros/a.sql:1:1: error[ELT3001]: this is opened, but there is no '{% endmacro %}' that closes it",
                        "macros/b.sql:1:4: error[ELT3002]: 'nope' is not defined");
    }

    @Test
    void oneNameForTwoMacros() {
        project.file(
                "macros/n.sql", "\n{% macro one(x) %}{{ x }}{% endmacro %}{% macro var(x) %}{{ x }}{% endmacro %}");
        EltException failure = catchThrowableOfType(EltException.class, project::renderer);
        assertThat(failure.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "macros/n.sql:2:1: error[ELT3011]: the macro 'one' is already defined",
                        "macros/n.sql:2:40: error[ELT3011]: 'var' is a function of elt and cannot be a macro");
        assertThat(failure.diagnostics().get(0).detail()).contains("first at macros/m.sql:1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.getClass() }}",
                "{{ ''.class }}",
                "{{ ''.class.forName('java.lang.Runtime') }}",
                "{{ [].getClass().getClassLoader() }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ ____int3rpr3t3r____.context }}",
                "{{ ____int3rpr3t3r____.getConfig() }}",
                "{{ target.getClass() }}",
                "{{ var.evaluate() }}",
                "{% include '/proc/self/environ' %}",
                "{% include 'file:///etc/passwd' %}",
                "{% import 'com/hubspot/jinjava/Jinjava.class' as x %}",
            })
    void theSandboxHolds(String template) {
        assertThat(project.problems(template)).isNotEmpty();
    }
}
