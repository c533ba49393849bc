package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** When two tables hold the same. */
class RowMatchTest {
    private final TestTable words = Given.table("w", "id INT, word STRING", "", Delivery.CHANGELOG);
    private final TestTable numbers = Given.table("n", "id INT, number DOUBLE, small FLOAT", "", Delivery.CHANGELOG);

    private static RowMatch match(TestTable table, List<RowData> first, List<RowData> second) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        return RowMatch.of(table, all, first, second);
    }

    @Test
    void theOrderOfTheRowsIsNoDifference() {
        RowMatch match = match(
                words,
                List.of(Given.row(words, 1, "a"), Given.row(words, 2, null)),
                List.of(Given.row(words, 2, null), Given.row(words, 1, "a")));

        assertThat(match.isWhole()).isTrue();
    }

    @Test
    void howOftenARowIsThereIsADifference() {
        RowData row = Given.row(words, 1, "a");
        RowMatch match = match(words, List.of(row), List.of(row, Given.row(words, 1, "a")));

        assertThat(match.onlyFirst()).isEmpty();
        assertThat(match.onlySecond()).hasSize(1);
    }

    @Test
    void eachSideSaysWhatOnlyItHas() {
        RowMatch match = match(
                words,
                List.of(Given.row(words, 1, "a"), Given.row(words, 2, "b")),
                List.of(Given.row(words, 1, "a"), Given.row(words, 2, "c"), Given.row(words, 3, "d")));

        assertThat(match.onlyFirst()).containsExactly(Given.row(words, 2, "b"));
        assertThat(match.onlySecond()).containsExactly(Given.row(words, 2, "c"), Given.row(words, 3, "d"));
    }

    @Test
    void columnsThatNobodyNamesAreNotLookedAt() {
        RowMatch match =
                RowMatch.of(words, List.of(0), List.of(Given.row(words, 1, "a")), List.of(Given.row(words, 1, "b")));

        assertThat(match.isWhole()).isTrue();
    }

    @Test
    void theLastDigitsOfFloatingSumsAreNoDifference() {
        RowMatch match = match(
                numbers,
                List.of(Given.row(numbers, 1, 0.1 + 0.2 + 0.3, 0.1f + 0.2f + 0.3f)),
                List.of(Given.row(numbers, 1, 0.3 + 0.2 + 0.1, 0.3f + 0.2f + 0.1f)));

        assertThat(match.isWhole()).isTrue();
        assertThat(0.1 + 0.2 + 0.3).as("the digits do differ").isNotEqualTo(0.3 + 0.2 + 0.1);
    }

    @Test
    void aCentInAMillionIsADifference() {
        RowMatch match = match(
                numbers,
                List.of(Given.row(numbers, 1, 1_000_000.00, 1f)),
                List.of(Given.row(numbers, 1, 1_000_000.01, 1f)));

        assertThat(match.isWhole()).isFalse();
    }

    @Test
    void noNumberIsOneAndInfinityIsItself() {
        List<RowData> rows =
                List.of(Given.row(numbers, 1, Double.NaN, null), Given.row(numbers, 2, Double.POSITIVE_INFINITY, 1f));

        assertThat(match(numbers, rows, rows).isWhole()).isTrue();
        assertThat(match(
                                numbers,
                                List.of(Given.row(numbers, 1, Double.POSITIVE_INFINITY, 1f)),
                                List.of(Given.row(numbers, 1, 5.0, 1f)))
                        .isWhole())
                .isFalse();
    }

    @Test
    void nullIsNotZero() {
        RowMatch match =
                match(numbers, List.of(Given.row(numbers, 1, null, 1f)), List.of(Given.row(numbers, 1, 0.0, 1f)));

        assertThat(match.isWhole()).isFalse();
    }

    @Test
    void bytesAreComparedByWhatIsInThem() {
        TestTable bytes = Given.table("b", "id INT, raw BYTES", "", Delivery.CHANGELOG);

        assertThat(match(
                                bytes,
                                List.of(Given.row(bytes, 1, new byte[] {1, 2})),
                                List.of(Given.row(bytes, 1, new byte[] {1, 2})))
                        .isWhole())
                .isTrue();
        assertThat(match(
                                bytes,
                                List.of(Given.row(bytes, 1, new byte[] {1, 2})),
                                List.of(Given.row(bytes, 1, new byte[] {1, 3})))
                        .isWhole())
                .isFalse();
    }
}
