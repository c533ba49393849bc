package io.elt.bench.figure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The figures of one side in one round. A figure that the side has not is missing. */
public record Measurement(int round, Side side, Map<Figure, Double> figures) {
    public Measurement {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }
}
