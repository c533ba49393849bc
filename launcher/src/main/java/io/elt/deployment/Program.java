package io.elt.deployment;

import io.elt.plan.operator.JobOperators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a job executes.
 *
 * @param statements as they were handed to the cluster, without the values of secrets
 * @param settings of Flink, without the values of secrets
 * @param operators what the optimiser made of the statements; empty if that is not known, or was written by a version of elt
 *     that knew other operators
 * @param fingerprint tells whether a job runs unchanged
 */
public record Program(
        List<String> statements, Map<String, String> settings, Optional<JobOperators> operators, String fingerprint) {
    public Program {
        statements = List.copyOf(statements);
        settings = new TreeMap<>(settings);
    }

    /** Of a job that somebody else has started, and about which the record has nothing. */
    public static Program unknown(String fingerprint) {
        return new Program(List.of(), Map.of(), Optional.empty(), fingerprint);
    }

    /** A plan as it may be stored: with its texts changed, such as without secrets. */
    public static Optional<JobOperators> storable(JobOperators operators, UnaryOperator<String> change) {
        return OperatorsJson.changed(operators, change);
    }
}
