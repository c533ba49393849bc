package io.elt.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

/** What Prometheus gets when it scrapes. */
public record Exposition(List<Sample> samples) {
    /**
     * @param labels without the trailing comma that Flink's reporter writes
     */
    public record Sample(String name, Map<String, String> labels, double value) {
        private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
        private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

        static Sample of(String line) {
            Matcher sample = LINE.matcher(line);
            if (!sample.matches()) {
                throw new IllegalArgumentException("not a sample: " + line);
            }
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            return new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3)));
        }

        private boolean has(Map<String, String> wanted) {
            return labels.entrySet().containsAll(wanted.entrySet());
        }
    }

    public static Exposition scrape(URI metrics) {
        try (var stream = metrics.toURL().openStream()) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All that this host tells on these ports; on most of them nobody listens.
     *
     * @param ports as {@code 9249-9348}
     */
    public static Exposition scrapeAll(String ports) {
        int from = Integer.parseInt(ports.substring(0, ports.indexOf('-')));
        int to = Integer.parseInt(ports.substring(ports.indexOf('-') + 1));
        List<Sample> samples = new ArrayList<>();
        for (int port = from; port <= to; port++) {
            try {
                samples.addAll(scrape(URI.create("http://localhost:" + port + "/metrics"))
                        .samples());
            } catch (UncheckedIOException e) {
                // Nobody, or somebody who has no metrics.
            }
        }
        return new Exposition(samples);
    }

    static Exposition of(String text) {
        return new Exposition(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Sample::of)
                .toList());
    }

    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(toSet());
    }

    /** The labels that every sample of the name has. */
    public Set<String> labels(String name) {
        return named(name)
                .map(sample -> (Set<String>) new TreeSet<>(sample.labels().keySet()))
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElse(Set.of());
    }

    /** All values of a label. */
    public Set<String> values(String name, String label) {
        return named(name).map(sample -> sample.labels().get(label)).collect(toCollection(TreeSet::new));
    }

    /** The sum over all samples with these labels. */
    public double sum(String name, Map<String, String> labels) {
        return named(name)
                .filter(sample -> sample.has(labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    private Stream<Sample> named(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name));
    }
}
