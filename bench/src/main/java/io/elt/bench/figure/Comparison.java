package io.elt.bench.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One figure over all rounds.
 *
 * @param medians by side; a side that has not the figure is missing
 * @param ratio elt by bare: the median over the rounds, each of which ran both sides one after the other
 */
public record Comparison(Figure figure, Map<Side, Double> medians, Optional<Double> ratio) {
    public Comparison {
        medians = Map.copyOf(medians);
    }

    /** Each figure that any side has, in the order of {@link Figure}. */
    public static List<Comparison> of(List<Measurement> measurements) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            Map<Side, List<Double>> values = measurements.stream()
                    .filter(measurement -> measurement.figures().containsKey(figure))
                    .collect(Collectors.groupingBy(
                            Measurement::side,
                            Collectors.mapping(
                                    measurement -> measurement.figures().get(figure), Collectors.toList())));
            if (!values.isEmpty()) {
                comparisons.add(new Comparison(figure, medians(values), ratio(figure, measurements)));
            }
        }
        return comparisons;
    }

    private static Map<Side, Double> medians(Map<Side, List<Double>> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> median(entry.getValue())
                .orElseThrow()));
    }

    private static Optional<Double> ratio(Figure figure, List<Measurement> measurements) {
        Map<Integer, List<Measurement>> rounds =
                measurements.stream().collect(Collectors.groupingBy(Measurement::round));
        OptionalDouble median = median(rounds.values().stream()
                .map(round -> ratioOfRound(figure, round))
                .filter(Objects::nonNull)
                .toList());
        return median.isPresent() ? Optional.of(median.getAsDouble()) : Optional.empty();
    }

    private static Double ratioOfRound(Figure figure, List<Measurement> round) {
        Map<Side, Double> bySide = round.stream()
                .filter(measurement -> measurement.figures().containsKey(figure))
                .collect(Collectors.toMap(
                        Measurement::side, measurement -> measurement.figures().get(figure)));
        if (bySide.size() < Side.values().length || bySide.get(Side.BARE) == 0) {
            return null;
        }
        return bySide.get(Side.ELT) / bySide.get(Side.BARE);
    }

    private static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
