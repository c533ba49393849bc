package io.elt.runner;

import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

import java.util.List;

/**
 * The environment that Flink gives, but for what operators are called: Flink describes a query by its text, literals included,
 * on its web page, over REST and in metrics.
 */
final class QuietEnvironment extends StreamExecutionEnvironment {
    private final StreamExecutionEnvironment given;
    private final JobSecrets secrets;

    private QuietEnvironment(StreamExecutionEnvironment given, JobSecrets secrets) {
        super(
                Configuration.fromMap(given.getConfiguration().toMap()),
                Thread.currentThread().getContextClassLoader());
        this.given = given;
        this.secrets = secrets;
    }

    static StreamExecutionEnvironment of(Configuration configuration, JobSecrets secrets) {
        return new QuietEnvironment(StreamExecutionEnvironment.getExecutionEnvironment(configuration), secrets);
    }

    @Override
    public StreamGraph generateStreamGraph(List<Transformation<?>> transformations) {
        transformations.stream()
                .flatMap(each -> each.getTransitivePredecessors().stream())
                .distinct()
                .forEach(this::hideSecrets);
        return super.generateStreamGraph(transformations);
    }

    private void hideSecrets(Transformation<?> transformation) {
        transformation.setName(secrets.redact(transformation.getName()));
        if (transformation.getDescription() != null) {
            transformation.setDescription(secrets.redact(transformation.getDescription()));
        }
    }

    /** It alone knows how jobs reach the cluster. */
    @Override
    public JobClient executeAsync(StreamGraph graph) throws Exception {
        given.configure(getConfiguration(), getUserClassloader());
        return given.executeAsync(graph);
    }
}
