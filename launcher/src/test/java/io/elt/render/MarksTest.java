package io.elt.render;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarksTest {

    @Test
    void aNumberSurvives() {
        for (int number : new int[] {0, 1, 15, 16, 4711, 0xFFFFFF}) {
            String mark = Marks.of(Marks.OPEN, number);
            assertThat(mark).hasSize(Marks.LENGTH);
            assertThat(Marks.number(mark, 0)).isEqualTo(number);
        }
    }

    @Test
    void strippingLeavesTheText() {
        assertThat(Marks.strip("a" + Marks.around(3, "b" + Marks.of(Marks.TEXT, 4) + "c") + "d"))
                .isEqualTo("abcd");
        assertThat(Marks.strip("plain")).isSameAs("plain");
        assertThat(Marks.strip((Object) 5)).isEqualTo(5);
    }

    @Test
    void marksLookLikeNoLetter() {
        assertThat(Marks.around(7, "x").trim()).isEqualTo(Marks.around(7, "x"));
        assertThat(Marks.around(7, "x").toUpperCase(java.util.Locale.ROOT)).isEqualTo(Marks.around(7, "X"));
    }
}
