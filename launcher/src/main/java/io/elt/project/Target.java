package io.elt.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the project runs.
 *
 * @param jobPer what makes one job
 * @param state the folder of checkpoints and savepoints, as a URI; it may be a template
 * @param options what the section named like the kind of cluster says, by dotted key; they may be templates
 * @param flink settings for the jobs, by dotted key; they may be templates
 */
public record Target(
        String name,
        RunOn runOn,
        JobPer jobPer,
        Optional<Value.Scalar> state,
        Map<String, Value.Scalar> options,
        Map<String, Value.Scalar> flink) {

    static final String IMPLICIT = "local";

    public Target {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        flink = Collections.unmodifiableMap(new LinkedHashMap<>(flink));
    }

    /** That says nothing but where it runs. */
    static Target of(String name, RunOn runOn) {
        return new Target(name, runOn, JobPer.FILE, Optional.empty(), Map.of(), Map.of());
    }
}
