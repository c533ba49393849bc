package io.elt.cli.run;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** A view that is drawn again and again. */
class InPlaceTest {
    private final StringWriter out = new StringWriter();

    private InPlace on(LiveView.Screen screen) {
        return new InPlace(new PrintWriter(out), screen);
    }

    @Test
    void aTerminalSeesOnlyTheNewest() {
        InPlace place = on(LiveView.Screen.TERMINAL);

        place.draw("one\ntwo\n", "a");
        assertThat(out.toString()).contains("one\ntwo\n").doesNotContain("A\u001b[J");
        place.draw("three\n", "a");
        assertThat(out.toString()).contains("\u001b[2A\u001b[J");
        place.draw("four\n", "a");
        assertThat(out.toString()).contains("\u001b[1A\u001b[J");
    }

    @Test
    void elsewhereOnlyAChangeThatMattersIsPrintedAndNoEscape() {
        InPlace place = on(LiveView.Screen.LINES);

        place.draw("10 behind\n", "running");
        place.draw("5 behind\n", "running");
        place.draw("0 behind\n", "finished");

        assertThat(out.toString()).isEqualTo("10 behind\n0 behind\n");
    }
}
