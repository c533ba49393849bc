package io.elt.backfill;

import io.elt.project.Project;
import io.elt.project.Source;
import io.elt.project.Value;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives the topics of a project an end, and a beginning if the window has one. */
public final class BoundedSources {
    private BoundedSources() {}

    public static Project of(Project project, Window window) {
        Map<String, Source> bounded = new LinkedHashMap<>();
        project.sources()
                .forEach((name, source) -> bounded.put(
                        name,
                        source.connector().filter("kafka"::equals).isPresent() ? bounded(source, window) : source));
        return project.withSources(bounded);
    }

    private static Source bounded(Source source, Window window) {
        Map<String, Value.Scalar> options = new LinkedHashMap<>(source.options());
        put(options, source, "scan.bounded.mode", "timestamp");
        put(options, source, "scan.bounded.timestamp-millis", millis(window.to().toEpochMilli()));
        if (window.from().isPresent()) {
            put(options, source, "scan.startup.mode", "timestamp");
            put(
                    options,
                    source,
                    "scan.startup.timestamp-millis",
                    millis(window.from().get().toEpochMilli()));
        } else {
            put(options, source, "scan.startup.mode", "earliest-offset");
        }
        return new Source(source.name(), options, source.span());
    }

    private static void put(Map<String, Value.Scalar> options, Source source, String key, String value) {
        options.put(key, new Value.Scalar(value, Value.Kind.TEXT, true, source.span()));
    }

    private static String millis(long millis) {
        return String.valueOf(millis);
    }
}
