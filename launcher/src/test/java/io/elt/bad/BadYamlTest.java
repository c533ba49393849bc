package io.elt.bad;

import io.elt.golden.GoldenCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** An elt.yaml that is no YAML, or YAML of the wrong kind. */
class BadYamlTest {
    @TempDir
    private Path folder;

    private String check(String yaml, String sql) {
        return new BadProject(folder)
                .with("elt.yaml", yaml)
                .with("sql/ods_a.sql", sql)
                .check();
    }

    private String check(String yaml) {
        return check(yaml, "-- nothing\n");
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("bad-yaml", BadProject::check);
    }

    @Test
    void tenThousandVariablesAreFine() {
        String variables = IntStream.range(0, 10_000)
                .mapToObj(i -> "  v" + i + ": " + i + "\n")
                .collect(Collectors.joining());

        assertThat(check("name: bank\nvars:\n" + variables)).isEmpty();
    }

    @Test
    void theNearestOfTenThousandVariablesIsFound() {
        String variables = IntStream.range(0, 10_000)
                .mapToObj(i -> "  variable_" + i + ": " + i + "\n")
                .collect(Collectors.joining());
        String sql = IntStream.range(0, 30)
                .mapToObj(i -> "SELECT {{ var('varable_" + i + "') }};\n")
                .collect(Collectors.joining());

        assertThat(check("name: bank\nvars:\n" + variables, sql)).contains("did you mean 'variable_29'?");
    }

    @Test
    void nestingWithoutEnd() {
        assertThat(check("name: bank\nvars: {a: " + "[".repeat(100_000) + "]".repeat(100_000) + "}\n"))
                .startsWith("elt.yaml:2:59: error[ELT2101]: this is nested too deeply");
        assertThat(check("name: bank\nvars: {a: " + "{a: ".repeat(20_000) + "1" + "}".repeat(20_000) + "}\n"))
                .startsWith("elt.yaml:2:203: error[ELT2101]: this is nested too deeply");
    }

    @Test
    void variablesThatAreMadeOfEachOther() {
        String chain = IntStream.range(0, 3_000)
                .mapToObj(i -> "  v" + (i + 1) + ": \"{{ var('v" + i + "') }}\"\n")
                .collect(Collectors.joining());

        assertThat(check("name: bank\nvars:\n  v0: x\n" + chain, "SELECT '{{ var('v3000') }}';"))
                .contains("error[ELT3008]", "more than 50 deep");
    }

    @Test
    void namesThatNobodyCouldKeep() {
        assertThat(check("name: " + "a".repeat(100_000) + "\n"))
                .hasSizeLessThan(1_000)
                .contains("error[ELT2106]", "use at most 100 letters");
    }

    @Test
    void numbersOfManyDigits() {
        assertThat(
                        check(
                                "name: bank\nvars: {a: " + "9".repeat(100_000) + ", b: 1e999999999}\n",
                                "CREATE TEMPORARY TABLE g (id INT) WITH ('connector' = 'datagen', 'a' = '{{ var('a') + 1 }}', 'b' = '{{ var('b') }}');"))
                .isEmpty();
    }

    @Test
    void charactersThatAreNotAllowed() {
        assertThat(check("name: \"ba\u0007nk\"\n"))
                .startsWith("elt.yaml:1:10: error[ELT2101]")
                .contains("U+0007");
        assertThat(check("name: ba\0nk\n"))
                .startsWith("elt.yaml:1:9: error[ELT2202]")
                .contains("U+0000");
    }

    @Test
    void lineEndsOfOtherSystems() {
        assertThat(check("name: bank\r\nvars:\r\n  a: 1\r\n")).isEmpty();
        assertThat(check("name: bank\rvars:\r  a: 1\r")).isEmpty();
        assertThat(check("name: bank\r\nnmae: x\r\n")).startsWith("elt.yaml:2:1: error[ELT2102]");
    }
}
