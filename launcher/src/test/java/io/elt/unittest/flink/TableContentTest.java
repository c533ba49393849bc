package io.elt.unittest.flink;

import io.elt.unittest.CaseText;
import io.elt.unittest.Delivery;
import io.elt.unittest.TestColumn;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class TableContentTest {
    private static final TestTable KEYED =
            CaseText.table("a", "id INT NOT NULL, word STRING", "id", Delivery.CHANGELOG);
    private static final TestTable PLAIN = CaseText.table("a", "id INT NOT NULL, word STRING", "", Delivery.CHANGELOG);

    @Test
    void theLastRowOfAKeyStays() {
        TableContent content = TableContent.of(KEYED, rows("+I 1 a", "+I 2 b", "+U 1 c", "-D 2 b", "+I 1 d"));

        assertThat(texts(content.rows())).containsExactly("+I(1,d)");
        assertThat(texts(content.changelog()))
                .containsExactly("+I(1,a)", "+I(2,b)", "-U(1,a)", "+U(1,c)", "-D(2,b)", "-U(1,c)", "+U(1,d)");
    }

    @Test
    void anOldRowThatComesAfterItsNewOneTakesItAway() {
        assertThat(TableContent.of(KEYED, rows("+I 1 a", "+U 1 b", "-U 1 a")).rows())
                .isEmpty();
    }

    @Test
    void withoutAKeyOneOfTheEqualRowsGoes() {
        assertThat(texts(TableContent.of(PLAIN, rows("+I 1 a", "+I 1 a", "+I 1 b", "-D 1 a"))
                        .rows()))
                .containsExactly("+I(1,a)", "+I(1,b)");
    }

    @Test
    void whereARecordStandsIsNotPartOfWhatItTakesAway() {
        TestColumn id = PLAIN.columns().get(0);
        TestTable topic = new TestTable(
                PLAIN.name(),
                List.of(id, new TestColumn("_offset", id.type(), Optional.of(TestColumn.ROW_NUMBER))),
                List.of(),
                Delivery.CHANGELOG,
                true,
                Optional.empty());

        assertThat(TableContent.of(topic, List.of(GenericRowData.of(1, 0), GenericRowData.ofKind(RowKind.DELETE, 1, 1)))
                        .rows())
                .isEmpty();
    }

    @Test
    void aReaderSeesWhatTheChangelogProducerTells() {
        List<RowData> changes = rows("+I 1 a", "+I 1 a", "-D 1 a");

        assertThat(delivered(Map.of("changelog-producer", "input"), changes, Delivery.CHANGELOG))
                .containsExactly("+I(1,a)", "+I(1,a)", "-D(1,a)");
        assertThat(delivered(Map.of("changelog-producer", "lookup"), changes, Delivery.CHANGELOG))
                .containsExactly("+I(1,a)", "-U(1,a)", "+U(1,a)", "-D(1,a)");
        assertThat(delivered(
                        Map.of("changelog-producer", "lookup", "changelog-producer.row-deduplicate", "true"),
                        changes,
                        Delivery.CHANGELOG))
                .containsExactly("+I(1,a)", "-D(1,a)");
        assertThat(delivered(Map.of(), changes, Delivery.UPSERT)).containsExactly("+I(1,a)", "+U(1,a)", "-D(1,a)");
    }

    private static List<String> delivered(Map<String, String> options, List<RowData> changes, Delivery delivery) {
        return texts(new WrittenTable(KEYED, options, null).delivered(changes, delivery));
    }

    private static List<RowData> rows(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(row -> (RowData) GenericRowData.ofKind(
                        Arrays.stream(RowKind.values())
                                .filter(kind -> kind.shortString().equals(row[0]))
                                .findFirst()
                                .orElseThrow(),
                        Integer.valueOf(row[1]),
                        StringData.fromString(row[2])))
                .toList();
    }

    private static List<String> texts(List<RowData> rows) {
        return rows.stream().map(String::valueOf).toList();
    }
}
