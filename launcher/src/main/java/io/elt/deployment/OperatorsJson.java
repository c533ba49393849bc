package io.elt.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.elt.plan.operator.JobOperators;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The plan of a job as text. */
final class OperatorsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OperatorsJson() {}

    /** The plan with texts changed, such as without secrets; empty if nothing can be read of what is left. */
    static Optional<JobOperators> changed(JobOperators operators, UnaryOperator<String> change) {
        return read(change.apply(write(operators)));
    }

    static String write(JobOperators operators) {
        try {
            return JSON.writeValueAsString(operators);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }

    /** Empty if another version of elt wrote it, which described operators otherwise: such plans cannot be compared. */
    static Optional<JobOperators> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, JobOperators.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
