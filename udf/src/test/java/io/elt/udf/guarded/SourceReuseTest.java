package io.elt.udf.guarded;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Good rows and quarantine come from one read of the topic. Planning a Kafka table needs no broker. */
class SourceReuseTest {

    private final StreamTableEnvironment tables =
            StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());

    private void createSource(String name, String format, String more) {
        tables.executeSql("CREATE TABLE " + name + " ("
                + " id BIGINT NOT NULL, amount DECIMAL(15, 2), booked TIMESTAMP(3),"
                + " _topic STRING METADATA FROM 'topic' VIRTUAL,"
                + " _partition INT METADATA FROM 'partition' VIRTUAL,"
                + " _offset BIGINT METADATA FROM 'offset' VIRTUAL,"
                + " _time TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,"
                + " _error STRING METADATA FROM 'value.error' VIRTUAL,"
                + " _error_code STRING METADATA FROM 'value.error-code' VIRTUAL,"
                + " _raw BYTES METADATA FROM 'value.raw' VIRTUAL" + more
                + ") WITH ('connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'localhost:9092',"
                + " 'scan.startup.mode' = 'earliest-offset', 'value.format' = 'guarded',"
                + " 'value.guarded.format' = '" + format + "')");
    }

    private void createSinks() {
        tables.executeSql("CREATE TABLE good (id BIGINT, amount DECIMAL(15, 2)) WITH ('connector' = 'print')");
        tables.executeSql(
                "CREATE TABLE quarantine (topic STRING, part INT, off BIGINT, t TIMESTAMP_LTZ(3), error STRING,"
                        + " code STRING, payload BYTES) WITH ('connector' = 'print')");
    }

    private String plan(String source) {
        StatementSet statements = tables.createStatementSet();
        statements.addInsertSql("INSERT INTO good SELECT id, amount FROM " + source + " WHERE _error IS NULL");
        statements.addInsertSql(
                "INSERT INTO quarantine SELECT _topic, _partition, _offset, _time, _error, _error_code, _raw" + " FROM "
                        + source + " WHERE _error IS NOT NULL");
        return statements.explain(ExplainDetail.JSON_EXECUTION_PLAN);
    }

    private static long sourcesIn(String plan) {
        String jobGraph = plan.substring(plan.indexOf("== Physical Execution Plan =="));
        return Pattern.compile("\"pact\" : \"Data Source\"")
                .matcher(jobGraph)
                .results()
                .count();
    }

    @Test
    void jsonTableIsReadOnce() {
        createSource("transactions", "json", "");
        createSinks();
        assertThat(sourcesIn(plan("transactions"))).isEqualTo(1);
    }

    @Test
    void changeTableIsReadOnce() {
        createSource("accounts", "debezium-json", ", PRIMARY KEY (id) NOT ENFORCED");
        createSinks();
        assertThat(sourcesIn(plan("accounts"))).isEqualTo(1);
    }

    @Test
    void changeTableIntoUpsertsIsReadOnce() {
        createSource("accounts", "debezium-json", ", PRIMARY KEY (id) NOT ENFORCED");
        createSinks();
        tables.executeSql("DROP TABLE good");
        tables.executeSql(
                "CREATE TABLE good (id BIGINT, amount DECIMAL(15, 2), PRIMARY KEY (id) NOT ENFORCED)"
                        + " WITH ('connector' = 'upsert-kafka', 'topic' = 'good',"
                        + " 'properties.bootstrap.servers' = 'localhost:9092', 'key.format' = 'json', 'value.format' = 'json')");
        assertThat(sourcesIn(plan("accounts"))).isEqualTo(1);
    }

    @Test
    void compiledPlanCanBeLoadedAgain() {
        createSource("accounts", "debezium-json", "");
        createSinks();
        String plan = tables.compilePlanSql("INSERT INTO good SELECT id, amount FROM accounts WHERE _error IS NULL")
                .asJsonString();

        assertThat(tables.loadPlan(PlanReference.fromJsonString(plan)).explain())
                .contains("value.error");
    }

    @Test
    void viewIsReadOnce() {
        createSource("transactions", "json", "");
        createSinks();
        tables.executeSql("CREATE TEMPORARY VIEW v AS SELECT *, amount * 2 AS twice FROM transactions");
        assertThat(sourcesIn(plan("v"))).isEqualTo(1);
    }

    @Test
    void tableWithWatermarkIsReadOnce() {
        createSource("transactions", "json", ", WATERMARK FOR booked AS booked - INTERVAL '5' SECOND");
        createSinks();
        assertThat(sourcesIn(plan("transactions"))).isEqualTo(1);
    }
}
