package io.elt.bench.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run of the benchmark found.
 *
 * @param conditions what the figures depend on: sizes, rates, settings, the machine
 */
public record Result(Map<String, String> conditions, List<Measurement> measurements) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Result {
        conditions = new LinkedHashMap<>(conditions);
        measurements = List.copyOf(measurements);
    }

    /** A line per figure: its median on each side and their ratio. */
    public String table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Comparison comparison : Comparison.of(measurements)) {
            List<Object> row = new ArrayList<>();
            row.add(comparison.figure().title());
            row.add(comparison.figure().unit());
            for (Side side : Side.values()) {
                row.add(rounded(comparison.medians().get(side)));
            }
            row.add(comparison
                    .ratio()
                    .map(ratio -> BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP))
                    .orElse(null));
            rows.add(row);
        }
        return OutputFormat.table.print(new Rows(List.of("figure", "unit", "elt", "bare", "elt/bare"), rows));
    }

    /** All figures of all rounds, and the medians, by the names of {@link Figure} in lower case. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("conditions", conditions);
        document.put(
                "figures",
                Comparison.of(measurements).stream().map(Result::figure).toList());
        document.put(
                "measurements", measurements.stream().map(Result::measurement).toList());
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of numbers and strings are always JSON", e);
        }
    }

    private static Map<String, Object> figure(Comparison comparison) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("figure", key(comparison.figure()));
        figure.put("unit", comparison.figure().unit());
        for (Side side : Side.values()) {
            figure.put(side.text(), rounded(comparison.medians().get(side)));
        }
        figure.put("ratio", rounded(comparison.ratio().orElse(null)));
        return figure;
    }

    private static Map<String, Object> measurement(Measurement measurement) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("round", measurement.round());
        figures.put("side", measurement.side().text());
        measurement.figures().forEach((figure, value) -> figures.put(key(figure), rounded(value)));
        return figures;
    }

    private static String key(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Four digits: the rest is noise. Whole numbers keep all of theirs. */
    private static BigDecimal rounded(Double value) {
        if (value == null) {
            return null;
        }
        if (Math.abs(value) >= 1000) {
            return BigDecimal.valueOf(Math.round(value));
        }
        return new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_UP));
    }
}
