package io.elt.unittest;

import io.elt.diagnostic.EltException;
import io.elt.project.Value;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvTest {
    @Test
    void cellsAreWhatYamlWouldMakeOfThem() {
        List<Value> rows = Csv.rows(
                "a.csv",
                """
                id,amount,word,open,none
                1,-2.50,one,true,
                2,1e3,"3","a ""b"", c",""
                """);

        assertThat(rows).hasSize(2);
        assertThat(kinds(rows.get(0)))
                .containsExactly(
                        Value.Kind.INTEGER,
                        Value.Kind.DECIMAL,
                        Value.Kind.TEXT,
                        Value.Kind.BOOLEAN,
                        Value.Kind.NOTHING);
        assertThat(texts(rows.get(1))).containsExactly("2", "1e3", "3", "a \"b\", c", "");
        assertThat(kinds(rows.get(1)).subList(2, 5)).containsOnly(Value.Kind.TEXT);
    }

    @Test
    void aCellKnowsWhereItStands() {
        Value.Mapping row = (Value.Mapping)
                Csv.rows("a.csv", "id,word\n\n1,\"two\nlines\"\n2,three").get(1);

        assertThat(row.entries().get(1).value().span()).hasToString("a.csv:5:3");
        assertThat(row.entries().get(1).keySpan()).hasToString("a.csv:1:4");
    }

    @Test
    void aFileMayHaveNoRows() {
        assertThat(Csv.rows("a.csv", "id,word\n")).isEmpty();
    }

    @Test
    void linesThatDoNotFitAreErrors() {
        assertThatThrownBy(() -> Csv.rows("a.csv", "id,word\n1\n"))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("a.csv:2:1")
                .hasMessageContaining("1 cells, but the first one names 2");
        assertThatThrownBy(() -> Csv.rows("a.csv", "id\n\"1"))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("a.csv:2:1");
        assertThatThrownBy(() -> Csv.rows("a.csv", "id\n\"1\"2"))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("a quote is opened and not closed, or text follows it");
    }

    private static List<Value.Kind> kinds(Value row) {
        return scalars(row).stream().map(Value.Scalar::kind).toList();
    }

    private static List<String> texts(Value row) {
        return scalars(row).stream().map(Value.Scalar::text).toList();
    }

    private static List<Value.Scalar> scalars(Value row) {
        return ((Value.Mapping) row)
                .entries().stream().map(entry -> (Value.Scalar) entry.value()).toList();
    }
}
