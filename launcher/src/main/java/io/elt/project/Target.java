package io.elt.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the project runs.
 *
 * @param flink settings for the jobs, by dotted key; they may be templates
 */
public record Target(String name, RunOn runOn, Map<String, Value.Scalar> flink) {

    static final String IMPLICIT = "local";

    public Target {
        flink = Collections.unmodifiableMap(new LinkedHashMap<>(flink));
    }
}
