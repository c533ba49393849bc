package io.elt.cli.output;

import io.elt.cli.output.TerminalText.Headings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTextTest {
    private static String shown(String markdown, int width) {
        return TerminalText.of(markdown, width, Headings.PLAIN);
    }

    @Test
    void paragraphsAreWrappedWhereverTheyWereBroken() {
        assertThat(shown("one two\nthree four five\n\nsix\n", 13)).isEqualTo("one two three\nfour five\n\nsix\n");
    }

    @Test
    void aWordThatIsTooLongStandsAlone() {
        assertThat(shown("a muchtoolongword b", 6)).isEqualTo("a\nmuchtoolongword\nb\n");
    }

    @Test
    void itemsHangBelowTheirText() {
        assertThat(shown("- one two\n  three\n- four\n", 9)).isEqualTo("- one two\n  three\n- four\n");
        assertThat(shown("1. one two three\n", 10)).isEqualTo("1. one two\n   three\n");
    }

    @Test
    void codeStaysAsItIs() {
        assertThat(shown("see:\n\n```text\na   b | # no heading\n\n- c\n```\n", 5))
                .isEqualTo("see:\n\n    a   b | # no heading\n\n    - c\n");
    }

    @Test
    void linksAreTheirWords() {
        assertThat(shown("[ELT5003](ELT5003.md), [more](../x.md#y)", 80)).isEqualTo("ELT5003, more\n");
    }

    @Test
    void headingsStandOut() {
        assertThat(shown("# A\n\ntext\n\n## B\n", 80)).isEqualTo("A\n\ntext\n\nB\n");
        assertThat(TerminalText.of("## B", 80, Headings.BOLD)).isEqualTo("\u001b[1mB\u001b[0m\n");
    }
}
