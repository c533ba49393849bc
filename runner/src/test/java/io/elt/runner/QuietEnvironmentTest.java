package io.elt.runner;

import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What Flink tells of a job whose query has a secret in it. */
class QuietEnvironmentTest {
    private static final JobSecrets SECRETS = JobSecrets.of(Map.of("SALT", "it's-planted"));

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aGraphDoesNotRepeatSecretsInItsNamesOrDescriptions(String simpleNames) throws Exception {
        Configuration configuration = Configuration.fromMap(
                Map.of("table.exec.simplify-operator-name-enabled", simpleNames, "execution.target", "local"));
        StreamExecutionEnvironment environment = QuietEnvironment.of(configuration, SECRETS);
        StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
        tables.executeSql("CREATE TABLE words (word STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '1',"
                + " 'fields.word.length' = '1')");
        Transformation<Row> salted = tables.toDataStream(
                        tables.sqlQuery("SELECT CHAR_LENGTH(word || 'it''s-planted') FROM words"))
                .getTransformation();

        StreamGraph graph = environment.generateStreamGraph(List.of(salted));

        List<String> told = new ArrayList<>(List.of(graph.getStreamingPlanAsJSON()));
        for (StreamNode node : graph.getStreamNodes()) {
            told.add(node.getOperatorName());
            told.add(node.getOperatorDescription());
        }
        assertThat(told).noneMatch(text -> text.contains("planted")).anyMatch(text -> text.contains("CHAR_LENGTH"));
        assertThat(told.toString()).contains("******");
    }
}
