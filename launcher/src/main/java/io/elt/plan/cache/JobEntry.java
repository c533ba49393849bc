package io.elt.plan.cache;

import io.elt.plan.ExternalInput;
import io.elt.plan.TableName;
import io.elt.plan.operator.JobOperators;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a job that was planned well.
 *
 * @param graph empty if its files write nothing
 * @param operators empty if it was not taken through the optimiser
 */
public record JobEntry(Optional<Graph> graph, Optional<JobOperators> operators) {
    /** What it reads and writes; see {@link io.elt.plan.Job}. */
    public record Graph(
            Map<String, String> settings, List<TableName> reads, List<TableName> writes, List<ExternalInput> inputs) {}
}
