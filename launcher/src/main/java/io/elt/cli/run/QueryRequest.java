package io.elt.cli.run;

import io.elt.project.Overrides;

import java.nio.file.Path;

/** What {@code elt query} was asked for. */
public record QueryRequest(Path directory, Overrides overrides, String sql, Side side) {
    /** Who answers: Flink over the tables of the lake, or StarRocks over its own. */
    public enum Side {
        lake,
        starrocks
    }
}
