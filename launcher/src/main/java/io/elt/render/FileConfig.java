package io.elt.render;

import io.elt.diagnostic.Origin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file says about itself in {@code config(...)}.
 *
 * @param job the job that the file is a part of; without it the file is a job of its own
 * @param allow names of rules whose findings in this file are meant to be so
 * @param origin where it was said; empty if it was not
 */
public record FileConfig(
        Optional<Mode> mode,
        OptionalInt parallelism,
        Optional<String> job,
        List<String> tags,
        List<String> allow,
        Optional<Origin> origin) {

    public static final FileConfig NONE = new FileConfig(
            Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());

    public FileConfig {
        tags = List.copyOf(tags);
        allow = List.copyOf(allow);
    }

    /** Flink's runtime mode. */
    public enum Mode {
        STREAMING,
        BATCH
    }
}
