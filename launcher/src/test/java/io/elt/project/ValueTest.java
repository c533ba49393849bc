package io.elt.project;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class ValueTest {

    private static Value parse(String yaml) {
        return YamlText.parse("elt.yaml", yaml).orElseThrow();
    }

    private static Value only(String yaml) {
        return ((Value.Mapping) parse(yaml)).entries().get(0).value();
    }

    @ParameterizedTest
    @CsvSource({
        "a: text, TEXT, text",
        "a: yes, TEXT, yes",
        "a: 12, INTEGER, 12",
        "a: 0x1F, INTEGER, 0x1F",
        "a: 1.10, DECIMAL, 1.10",
        "a: 1e3, DECIMAL, 1e3",
        "a: true, BOOLEAN, true",
        "a: 30s, TEXT, 30s",
        "a: 2020-01-01, TEXT, 2020-01-01",
    })
    void aScalarKeepsItsTextAndKnowsItsKind(String yaml, Value.Kind kind, String text) {
        assertThat(only(yaml)).isInstanceOfSatisfying(Value.Scalar.class, scalar -> {
            assertThat(scalar.kind()).isEqualTo(kind);
            assertThat(scalar.text()).isEqualTo(text);
        });
    }

    @Test
    void quotesMakeAText() {
        assertThat(((Value.Scalar) only("a: '1'")).kind()).isEqualTo(Value.Kind.TEXT);
        assertThat(((Value.Scalar) only("a: \"true\"")).kind()).isEqualTo(Value.Kind.TEXT);
    }

    @Test
    void nothing() {
        assertThat(only("a:").describe()).isEqualTo("nothing");
        assertThat(only("a: ~").describe()).isEqualTo("nothing");
        assertThat(YamlText.parse("elt.yaml", "# only a comment\n")).isEmpty();
    }

    @Test
    void positionsOfKeysAndValues() {
        Value.Mapping root = (Value.Mapping) parse("é: {b: 'c'}\n\"😀\": [1, x]\n");
        Value.Entry first = root.entries().get(0);
        assertThat(first.keySpan()).isEqualTo(new SourceSpan("elt.yaml", 1, 1, 1, 2));
        assertThat(((Value.Mapping) first.value()).entries().get(0).value().span())
                .isEqualTo(new SourceSpan("elt.yaml", 1, 8, 1, 11));
        Value second = root.entries().get(1).value();
        assertThat(((Value.Sequence) second).items().get(1).span()).isEqualTo(new SourceSpan("elt.yaml", 2, 11, 2, 12));
    }

    @Test
    void aBlockIsShownByItsFirstLine() {
        assertThat(only("a:\n  b: 1\n  c: 2\nd: 3\n").span()).isEqualTo(new SourceSpan("elt.yaml", 2, 3, 2, 7));
    }

    @Test
    void nestedKeysBecomeDotted() {
        Value.Mapping mapping = (Value.Mapping) parse("a: {b: {c: 1}, d: 2}\ne.f: 3");
        assertThat(mapping.flattened()).extracting(Value.Entry::key).containsExactly("a.b.c", "a.d", "e.f");
    }

    @Test
    void anchorsAreFollowed() {
        Value.Mapping root = (Value.Mapping) parse("a: &x {k: v}\nb: *x");
        assertThat(((Value.Mapping) root.entries().get(1).value()).toMap()).containsKey("k");
    }

    @Test
    void mergedMappingsAddWhatIsNotSaid() {
        Value.Mapping root = (Value.Mapping)
                parse(
                        """
                a: &a {connector: kafka, topic: x}
                b: &b {topic: y, format: json}
                c: {<<: *a, topic: z}
                d: {topic: w, <<: [*a, *b]}
                """);
        assertThat(((Value.Mapping) root.entries().get(2).value()).entries())
                .extracting(Value.Entry::key, entry -> ((Value.Scalar) entry.value()).text())
                .containsExactly(tuple("connector", "kafka"), tuple("topic", "z"));
        assertThat(((Value.Mapping) root.entries().get(3).value()).entries())
                .extracting(Value.Entry::key, entry -> ((Value.Scalar) entry.value()).text())
                .containsExactly(tuple("topic", "w"), tuple("connector", "kafka"), tuple("format", "json"));
        assertThat(catchThrowableOfType(EltException.class, () -> parse("a: {<<: 3}"))
                        .diagnostics())
                .singleElement()
                .hasToString("elt.yaml:1:9: error[ELT2105]: '<<' must be a mapping, such as *name, but it is a number");
    }

    @Test
    void bracesOfTheCommandLineAreNoTemplate() {
        assertThat(((Value.Scalar) YamlText.parseLiteral("--var x", "'{{ y }}'")).isTemplate())
                .isFalse();
        assertThat(((Value.Scalar) only("a: '{{ y }}'")).isTemplate()).isTrue();
        assertThat(((Value.Scalar) only("a: '{ y }'")).isTemplate()).isFalse();
        assertThat(((Value.Scalar) YamlText.parseLiteral("--var x", "")).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a: [",
                "a: 'b",
                "- a\nb: c",
                "a: @b",
                "? [a]\n: b",
                "a: !!binary x: y",
                "%",
                "a: *none",
                "\"\\q\""
            })
    void whatIsNoYamlHasAPlace(String yaml) {
        EltException failure = catchThrowableOfType(EltException.class, () -> parse(yaml));
        assertThat(failure.diagnostics()).isNotEmpty().allSatisfy(problem -> assertThat(problem.span())
                .isPresent());
    }

    @Test
    void whatItIsCalled() {
        assertThat(List.of(only("a: x"), only("a: 1"), only("a: true"), only("a: [1]"), only("a: {b: 1}")))
                .extracting(Value::describe)
                .containsExactly("a text", "a number", "true or false", "a list", "a mapping");
    }
}
