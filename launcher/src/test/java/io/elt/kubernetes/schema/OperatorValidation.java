package io.elt.kubernetes.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.operator.config.KubernetesOperatorConfigOptions;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Runs the operator's validator, in the class loader of {@link OperatorCheck}; only types of the JDK go in and out. */
public final class OperatorValidation implements Function<String, Optional<String>> {
    private final ObjectMapper json = new ObjectMapper();
    private final DefaultValidator validator = new DefaultValidator(new FlinkConfigManager(
            new Configuration().set(KubernetesOperatorConfigOptions.OPERATOR_DYNAMIC_CONFIG_ENABLED, false)));

    /** Found by its name, hence public. */
    public OperatorValidation() {}

    @Override
    public Optional<String> apply(String deployment) {
        try {
            return validator.validateDeployment(json.readValue(deployment, FlinkDeployment.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
