package io.elt.udf.guarded;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.SourceTransformation;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kafka connector with a guarded value, as the planner wires it: only the broker is missing. */
class KafkaTableTest {

    private final StreamTableEnvironment tables =
            StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());

    @Test
    void metadataOfConnectorAndFormatsArriveInTheirColumns() throws Exception {
        tables.executeSql("CREATE TABLE t ("
                + " _offset BIGINT METADATA FROM 'offset' VIRTUAL,"
                + " _error STRING METADATA FROM 'value.error' VIRTUAL,"
                + " id INT NOT NULL,"
                + " _table STRING METADATA FROM 'value.source.table' VIRTUAL,"
                + " _raw BYTES METADATA FROM 'value.raw' VIRTUAL,"
                + " name STRING"
                + ") WITH ('connector' = 'kafka', 'topic' = 'bank.account',"
                + " 'properties.bootstrap.servers' = 'localhost:9092', 'properties.group.id' = 'g',"
                + " 'scan.startup.mode' = 'earliest-offset', 'format' = 'guarded',"
                + " 'guarded.format' = 'debezium-json', 'guarded.debezium-json.schema-include' = 'false',"
                + " 'guarded.max-record-bytes' = '1 kb')");
        KafkaRecordDeserializationSchema<RowData> schema = deserializer("SELECT * FROM t");

        // Physical columns, metadata of the format, metadata of the connector: in the order of the planner.
        assertThat(
                        decode(
                                schema,
                                "{\"before\":null,\"after\":{\"id\":1,\"name\":\"a\"},\"source\":{\"table\":\"account\"},\"op\":\"c\"}"))
                .containsExactly("+I(1,a,null,null,account,42)");
        assertThat(decode(schema, "{\"before\":null,\"after\":{\"id\":\"1\"},\"op\":\"c\"}"))
                .singleElement()
                .asString()
                .startsWith("+I(0,null,after.id: expected INT, got string \"1\",[123, 34, 98,")
                .endsWith(",null,42)");
        assertThat(decode(schema, null)).isEmpty();
    }

    @Test
    void keyColumnsStayWithABadValue() throws Exception {
        tables.executeSql(
                "CREATE TABLE t (k STRING, id INT NOT NULL, _error STRING METADATA FROM 'value.error' VIRTUAL)"
                        + " WITH ('connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'localhost:9092',"
                        + " 'scan.startup.mode' = 'earliest-offset', 'key.format' = 'raw', 'key.fields' = 'k',"
                        + " 'value.format' = 'guarded', 'value.fields-include' = 'EXCEPT_KEY',"
                        + " 'value.guarded.format' = 'json', 'value.guarded.json.timestamp-format.standard' = 'ISO-8601')");
        KafkaRecordDeserializationSchema<RowData> schema = deserializer("SELECT * FROM t");

        assertThat(decode(schema, "{\"id\":7}")).containsExactly("+I(key,7,null)");
        assertThat(decode(schema, "{}")).containsExactly("+I(key,0,id: missing, but declared INT NOT NULL)");
        assertThat(decode(schema, null)).containsExactly("+I(key,0,no payload (null))");
    }

    /** What the connector decodes records with is private, so it is taken from the planned source. */
    @SuppressWarnings("unchecked")
    private KafkaRecordDeserializationSchema<RowData> deserializer(String query) throws Exception {
        KafkaSource<RowData> source =
                tables
                        .toChangelogStream(tables.sqlQuery(query))
                        .getTransformation()
                        .getTransitivePredecessors()
                        .stream()
                        .filter(SourceTransformation.class::isInstance)
                        .map(transformation ->
                                (KafkaSource<RowData>) ((SourceTransformation<?, ?, ?>) transformation).getSource())
                        .findFirst()
                        .orElseThrow();
        Field field = KafkaSource.class.getDeclaredField("deserializationSchema");
        field.setAccessible(true);
        KafkaRecordDeserializationSchema<RowData> schema =
                InstantiationUtil.clone((KafkaRecordDeserializationSchema<RowData>) field.get(source));
        schema.open(new DeserializationSchema.InitializationContext() {
            @Override
            public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
            }

            @Override
            public UserCodeClassLoader getUserCodeClassLoader() {
                throw new UnsupportedOperationException();
            }
        });
        return schema;
    }

    private static List<String> decode(KafkaRecordDeserializationSchema<RowData> schema, String value)
            throws Exception {
        List<String> rows = new ArrayList<>();
        byte[] payload = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> message =
                new ConsumerRecord<>("bank.account", 3, 42, "key".getBytes(StandardCharsets.UTF_8), payload);
        schema.deserialize(message, new Collector<>() {
            @Override
            public void collect(RowData row) {
                rows.add(row.toString());
            }

            @Override
            public void close() {}
        });
        return rows;
    }
}
