package io.elt.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class MacroSignatureTest {

    private static List<String> parameters(String definition) {
        return MacroSignature.parse(definition).orElseThrow().parameters().stream()
                .map(parameter -> parameter.name()
                        + parameter.defaultExpression().map(text -> "=" + text).orElse(""))
                .toList();
    }

    @Test
    void namesAndDefaults() {
        assertThat(parameters(" m(a, b = 'x') ")).containsExactly("a", "b='x'");
        assertThat(parameters("m()")).isEmpty();
        assertThat(parameters("m")).isEmpty();
    }

    @Test
    void commasAndBracketsInDefaultsBelongToThem() {
        assertThat(parameters("m(a=['x', \"y)\"], b={'k': (1, 2)}, c=f(1, ')'), d='it\\'s, ')"))
                .containsExactly("a=['x', \"y)\"]", "b={'k': (1, 2)}", "c=f(1, ')')", "d='it\\'s, '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(a)", "m(a", "m(a,)", "m(,a)", "m(1)", "m(a=)", "m(a) b", "m n", "a.b(c)", "m(a,,b)"})
    void whatIsNoDefinition(String definition) {
        assertThat(MacroSignature.parse(definition)).isEqualTo(Optional.empty());
    }

    @Test
    void whetherAnExpressionIsOneCall() {
        assertThat(PrintedMacro.name("m(1, ')')")).isEqualTo("m");
        assertThat(PrintedMacro.name(" tools.m ( [1] ) ")).isEqualTo("m");
        assertThat(PrintedMacro.name("m(1) ~ n(2)")).isNull();
        assertThat(PrintedMacro.name("m(1) | trim")).isNull();
        assertThat(PrintedMacro.name("m")).isNull();
        assertThat(PrintedMacro.name("(m)(1)")).isNull();
        assertThat(PrintedMacro.name("'m'(1)")).isNull();
    }
}
