package io.elt.cli;

import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody reads who is told a code. */
class ExplainTest {
    @Test
    void showsThePageOfACode() throws Exception {
        Called called = Called.elt("explain", "ELT5003");

        assertThat(called.exitCode()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .startsWith("ELT5003: The table does not exist\n\n")
                .contains("\nCauses\n", "\nWhat to do\n", "error[ELT5003]: there is no table lake.ods.aa")
                .doesNotContain("# ", "```");
        assertThat(Called.elt("explain", "ELT5003", "-o", "markdown").out())
                .isEqualTo(Files.readString(Path.of("../docs/problems/ELT5003.md")));
    }

    @Test
    void wrapsItToTheWidthOfTheTerminal() {
        String narrow =
                Called.with(Map.of("COLUMNS", "50"), "explain", "ELT5003").out();

        assertThat(narrow.lines().filter(line -> !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(50));
        assertThat(Called.with(Map.of("COLUMNS", "wide"), "explain", "ELT5003").out())
                .isEqualTo(Called.elt("explain", "ELT5003").out());
    }

    @Test
    void aCodeCanBeWrittenShort() {
        String page = Called.elt("explain", "ELT5003").out();

        assertThat(Called.elt("explain", "5003").out()).isEqualTo(page);
        assertThat(Called.elt("explain", "elt5003").out()).isEqualTo(page);
    }

    @Test
    void severalCodesAreShownOneAfterTheOther() {
        assertThat(Called.elt("explain", "5003", "5004").out())
                .isEqualTo(Called.elt("explain", "5003").out() + "\n"
                        + Called.elt("explain", "5004").out());
    }

    @Test
    void withoutACodeAllAreListed() {
        Called called = Called.elt("explain");

        assertThat(called.exitCode()).isZero();
        assertThat(called.out().lines())
                .hasSize(ErrorCode.values().length)
                .contains("ELT5003  The table does not exist");
        assertThat(Called.elt("explain", "-o", "markdown").out())
                .contains("- [ELT5003](ELT5003.md) The table does not exist\n");
    }

    @Test
    void anUnknownCodeNamesTheNearestOrWhereTheListIs() {
        Called near = Called.elt("explain", "ELT5033");
        Called far = Called.elt("explain", "E0308-and-more");

        assertThat(near.exitCode()).isEqualTo(2);
        assertThat(near.out()).isEmpty();
        assertThat(near.err())
                .startsWith("error[ELT1001]: there is no problem with the code 'ELT5033'\n  hint: did you mean 'ELT50");
        assertThat(Called.elt("explain", "5033").err()).contains("did you mean 'ELT50");
        assertThat(far.err()).endsWith("hint: 'elt explain' lists all codes\n");
    }

    @Test
    void aFailureEndsWithTheWayToItsPage() {
        assertThat(Called.elt("check", "-C", "/nowhere").err()).endsWith("\n\nmore: elt explain ELT2001\n");
        assertThat(Called.elt("chekc").err()).doesNotContain("more:");
    }
}
