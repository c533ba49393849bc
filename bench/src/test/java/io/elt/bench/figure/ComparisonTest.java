package io.elt.bench.figure;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ComparisonTest {
    @Test
    void theRatioIsTheMedianOfTheRoundsAndNotOfTheSides() {
        List<Comparison> comparisons = Comparison.of(List.of(
                cpu(1, Side.ELT, 10),
                cpu(1, Side.BARE, 10),
                cpu(2, Side.ELT, 30),
                cpu(2, Side.BARE, 15),
                cpu(3, Side.ELT, 11),
                cpu(3, Side.BARE, 10)));
        assertThat(comparisons)
                .extracting(Comparison::figure, Comparison::medians, Comparison::ratio)
                .containsExactly(tuple(Figure.TOTAL_CPU, Map.of(Side.ELT, 11.0, Side.BARE, 10.0), Optional.of(1.1)));
    }

    @Test
    void ofTwoRoundsTheMiddleIsBetweenThem() {
        List<Comparison> comparisons = Comparison.of(
                List.of(cpu(1, Side.ELT, 10), cpu(1, Side.BARE, 10), cpu(2, Side.ELT, 20), cpu(2, Side.BARE, 10)));
        assertThat(comparisons.get(0).medians()).containsEntry(Side.ELT, 15.0).containsEntry(Side.BARE, 10.0);
        assertThat(comparisons.get(0).ratio()).contains(1.5);
    }

    @Test
    void aFigureOfOneSideHasNoRatio() {
        List<Comparison> comparisons =
                Comparison.of(List.of(new Measurement(1, Side.ELT, Map.of(Figure.ONCE, 4.0, Figure.START, 2.0))));
        assertThat(comparisons).extracting(Comparison::figure).containsExactly(Figure.START, Figure.ONCE);
        assertThat(comparisons).extracting(Comparison::ratio).containsOnly(Optional.empty());
    }

    @Test
    void nothingByNothingIsNoRatio() {
        assertThat(Comparison.of(List.of(cpu(1, Side.ELT, 0), cpu(1, Side.BARE, 0)))
                        .get(0)
                        .ratio())
                .isEmpty();
    }

    private static Measurement cpu(int round, Side side, double seconds) {
        return new Measurement(round, side, Map.of(Figure.TOTAL_CPU, seconds));
    }
}
