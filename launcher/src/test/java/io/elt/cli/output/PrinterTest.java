package io.elt.cli.output;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class PrinterTest {
    private static final Rows ROWS = new Rows(
            List.of("name", "n", "tags"),
            List.of(
                    Arrays.asList("a\nb", new BigDecimal("1E+3"), List.of("x", "y")),
                    Arrays.asList(null, 7, List.of()),
                    Arrays.asList("long name", null, Map.of("k", 1))));

    @Test
    void aTableLinesUp() {
        assertThat(OutputFormat.table.print(ROWS))
                .isEqualTo(
                        """
                        name          n  tags
                        a\\nb       1000  x y
                        NULL          7
                        long name  NULL  {k=1}
                        """);
    }

    @Test
    void jsonKeepsTypes() {
        assertThat(OutputFormat.json.print(ROWS))
                .isEqualTo(
                        """
                        [
                          {"name":"a\\nb","n":1000,"tags":["x","y"]},
                          {"name":null,"n":7,"tags":[]},
                          {"name":"long name","n":null,"tags":{"k":1}}
                        ]
                        """);
    }

    @Test
    void nothingIsAHeaderOrAnEmptyArray() {
        Rows none = new Rows(List.of("a", "b"), List.of());

        assertThat(OutputFormat.table.print(none)).isEqualTo("a  b\n");
        assertThat(OutputFormat.json.print(none)).isEqualTo("[]\n");
    }

    @Test
    void floatsKeepTheirDigits() {
        Rows rows = new Rows(List.of("f", "d"), List.of(List.of(0.1f, 0.1d)));

        assertThat(OutputFormat.json.print(rows)).contains("{\"f\":0.1,\"d\":0.1}");
    }

    @Test
    void rowsAreNotKept() {
        Iterator<List<Object>> rows = IntStream.range(0, 100_000)
                .<List<Object>>mapToObj(i -> List.of("x".repeat(i < 1_000 ? 1 : 10)))
                .iterator();
        StringWriter text = new StringWriter();

        OutputFormat.table.print(List.of("c"), rows, new PrintWriter(text));

        assertThat(text.toString().lines()).hasSize(100_001).last().isEqualTo("xxxxxxxxxx");
    }
}
