package io.elt.render;

import io.elt.diagnostic.Origin;
import io.elt.diagnostic.SourceSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A letter of the result leads to the letter that its author wrote. */
class OriginTest {

    @TempDir
    Path root;

    private TestProject project;

    @BeforeEach
    void project() {
        project = new TestProject(root)
                .file("macros/m.sql", "{% macro sum(x) %}\n  SUM({{ x }}) /* 😀 */ AS total\n{%- endmacro %}")
                .file("snippets/s.sql", "one\n  two");
    }

    /** The place of the first occurrence of a piece of the result. */
    private Origin origin(String template, String piece) {
        RenderedSql rendered = project.render(template);
        int start = rendered.executableText().indexOf(piece);
        assertThat(start).as(rendered.executableText()).isNotNegative();
        return rendered.origin(start, start + piece.length());
    }

    private String place(String template, String piece) {
        SourceSpan span = origin(template, piece).span();
        return span.file() + " " + span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
    }

    @Test
    void plainTextIsWhereItIs() {
        assertThat(place("a b\n  cc d", "cc")).isEqualTo("sql/t.sql 2:3-2:5");
        assertThat(place("a", "a")).isEqualTo("sql/t.sql 1:1-1:2");
        assertThat(place("'😀' x", "x")).isEqualTo("sql/t.sql 1:6-1:7");
    }

    @Test
    void whatATagComputedIsAtTheTag() {
        assertThat(place("a {{ 'b' }} c", "b")).isEqualTo("sql/t.sql 1:3-1:12");
        assertThat(place("a {{ 'b' }} c", "c")).isEqualTo("sql/t.sql 1:13-1:14");
        assertThat(place("a {{ 'b\nb'\n }} c", "b")).isEqualTo("sql/t.sql 1:3-3:4");
        assertThat(place("a {{ 'b\nb'\n }} c", "c")).isEqualTo("sql/t.sql 3:5-3:6");
    }

    @Test
    void aPieceOverSeveralPlacesRunsFromItsFirstToItsLast() {
        assertThat(place("a {{ 'b' }} c", "a b c")).isEqualTo("sql/t.sql 1:1-1:14");
        assertThat(place("SELECT {{ 'b' }}_x", "b_x")).isEqualTo("sql/t.sql 1:8-1:19");
    }

    @Test
    void textAfterRemovedThingsIsFound() {
        assertThat(place("{# long\ncomment #} a", "a")).isEqualTo("sql/t.sql 2:12-2:13");
        assertThat(place("{% set x = 1 %}\n{%- if x %}\n\n   a{% endif %}", "a"))
                .isEqualTo("sql/t.sql 4:4-4:5");
        assertThat(place("a {#- c -#}  b", "b")).isEqualTo("sql/t.sql 1:14-1:15");
        assertThat(place("{% if false %}a{% else %}b{% endif %}c", "c")).isEqualTo("sql/t.sql 1:38-1:39");
    }

    @Test
    void theBodyOfALoopIsOnePlace() {
        RenderedSql rendered = project.render("{% for i in [1, 2] %}\n a{{ i }}{% endfor %}");
        assertThat(rendered.executableText()).isEqualTo("\n a1\n a2");
        assertThat(rendered.origin(2).span())
                .isEqualTo(rendered.origin(6).span())
                .hasToString("sql/t.sql:2:2");
        assertThat(rendered.origin(7).span()).hasToString("sql/t.sql:2:3");
    }

    @Test
    void rawTextIsWhereItIs() {
        assertThat(place("{% raw %} {{ a }} {% endraw %} b", "{{ a }}")).isEqualTo("sql/t.sql 1:11-1:18");
        assertThat(place("{% raw %} {{ a }} {% endraw %} b", "b")).isEqualTo("sql/t.sql 1:32-1:33");
    }

    @Test
    void theBodyOfAMacroIsInItsFile() {
        Origin total = origin("SELECT\n {{ sum('x') }} FROM t", "total");
        assertThat(total.span()).isEqualTo(new SourceSpan("macros/m.sql", 2, 28, 2, 33));
        assertThat(total.calledFrom()).containsExactly(new SourceSpan("sql/t.sql", 2, 2, 2, 16));
        assertThat(origin("{{ sum('x') }} FROM", "FROM").calledFrom()).isEmpty();
        assertThat(place("{{ sum('x') }} FROM", "FROM")).isEqualTo("sql/t.sql 1:16-1:20");
    }

    @Test
    void anArgumentIsAtTheTagThatPrintsIt() {
        assertThat(place("{{ sum('amount') }}", "amount")).isEqualTo("macros/m.sql 2:7-2:14");
    }

    @Test
    void aFilteredMacroIsAtItsCall() {
        assertThat(place("a {{ sum('x') | trim }}", "total")).isEqualTo("sql/t.sql 1:3-1:24");
    }

    @Test
    void includedTextIsInItsFile() {
        Origin two = origin("a {% include 'snippets/s.sql' %} b", "two");
        assertThat(two.span()).isEqualTo(new SourceSpan("snippets/s.sql", 2, 3, 2, 6));
        assertThat(two.calledFrom()).containsExactly(new SourceSpan("sql/t.sql", 1, 3, 1, 33));
        assertThat(place("a {% include 'snippets/s.sql' %} b", "b")).isEqualTo("sql/t.sql 1:34-1:35");
    }

    @Test
    void theBodyOfACallBlockIsWhereItIs() {
        project.file("macros/w.sql", "{% macro wrap() %}<{{ caller() }}>{% endmacro %}");
        assertThat(place("x\n{% call wrap() %} body {% endcall %}", "body")).isEqualTo("sql/t.sql 2:19-2:23");
        assertThat(place("x\n{% call wrap() %} body {% endcall %} z", "z")).isEqualTo("sql/t.sql 2:38-2:39");
    }

    @Test
    void windowsLineEndsCountAsOne() {
        assertThat(place("a\r\nb\r\n  c", "c")).isEqualTo("sql/t.sql 3:3-3:4");
    }

    @Test
    void anOffsetAtTheVeryEndHasAPlace() {
        RenderedSql rendered = project.render("ab");
        assertThat(rendered.origin(2).span().line()).isEqualTo(1);
        assertThat(project.render("").origin(0).span()).hasToString("sql/t.sql:1:1");
    }
}
