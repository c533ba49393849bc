package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class CaretLineTest {

    private static CaretLine of(String line, int column, int endColumn) {
        return CaretLine.of(line, new SourceSpan("f", 1, column, 1, endColumn), new Redactor());
    }

    @Test
    void aSpanBeyondTheLineIsMovedToItsEnd() {
        assertThat(of("abc", 9, 12)).isEqualTo(new CaretLine("abc", "   ^"));
        assertThat(of("abc", 3, 12)).isEqualTo(new CaretLine("abc", "  ^"));
    }

    @Test
    void combiningMarksTakeNoCell() {
        assertThat(of("e\u0301x", 3, 4).carets()).isEqualTo(" ^");
    }

    @Test
    void aTabInsideTheSpanIsMarkedWhole() {
        assertThat(of("a\tb", 1, 4)).isEqualTo(new CaretLine("a   b", "^^^^^"));
    }

    @Test
    void aCutNeverSplitsACharacter() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            String line = "😀é\tab金".repeat(1 + random.nextInt(60));
            int points = line.codePointCount(0, line.length());
            int start = line.offsetByCodePoints(0, random.nextInt(points));
            CaretLine caret = of(line, start + 1, line.offsetByCodePoints(start, 1) + 1);
            assertThat(caret.shown().codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                    .as("%s at %s", line, start)
                    .isEmpty();
            assertThat(caret.carets().strip()).matches("\\^+");
        }
    }
}
