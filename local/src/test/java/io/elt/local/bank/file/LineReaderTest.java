package io.elt.local.bank.file;

import io.elt.local.bank.file.LineReader.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"a;b\r\nc\r\n", "a;b\nc\n", "a;b\nc", "a;b\r\nc\r", "\u00ef\u00bb\u00bfa;b\nc"})
    void endsLinesAtEitherKindOfLineEnd(String file) throws IOException {
        assertThat(texts(file)).containsExactly("a;b", "c");
    }

    @Test
    void numbersLinesAndKeepsEmptyOnes() throws IOException {
        assertThat(read("a\n\nb".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Line(1, "a", true), new Line(2, "", true), new Line(3, "b", true));
    }

    @Test
    void aCarriageReturnInTheMiddleIsText() throws IOException {
        assertThat(texts("a\rb\nc")).containsExactly("a\rb", "c");
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @Test
    void bytesPassThroughWhateverTheyMean() throws IOException {
        byte[] bytes = {(byte) 0xC5, (byte) 0xA0, (byte) 0xFF, '\n'};
        assertThat(read(bytes).get(0).text().getBytes(StandardCharsets.ISO_8859_1))
                .containsExactly(0xC5, 0xA0, 0xFF);
    }

    @Test
    void aByteOrderMarkIsOnlyOneAtTheBeginning() throws IOException {
        assertThat(texts("a\n\u00ef\u00bb\u00bfb")).containsExactly("a", "\u00ef\u00bb\u00bfb");
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        List<Line> lines = read(("x".repeat(5 << 20) + "\nnext\n").getBytes(StandardCharsets.UTF_8));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).whole()).isFalse();
        assertThat(lines.get(0).text()).hasSize(4 << 20);
        assertThat(lines.get(1)).isEqualTo(new Line(2, "next", true));
    }

    private static List<String> texts(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.ISO_8859_1)).stream()
                .map(Line::text)
                .toList();
    }

    private static List<Line> read(byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(file))) {
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
