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
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * The connector has the consumer make arrays of its records, and guarded keeps those without a copy. The buffer that they
     * come from is used again.
     */
    @Test
    void rawOfGoodRowsOutlivesTheBufferOfTheConsumer() throws Exception {
        tables.executeSql("CREATE TABLE t (status STRING, _error STRING METADATA FROM 'value.error' VIRTUAL,"
                + " _raw BYTES METADATA FROM 'value.raw' VIRTUAL)"
                + " WITH ('connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'localhost:9092',"
                + " 'scan.startup.mode' = 'earliest-offset', 'value.format' = 'guarded', 'value.guarded.raw' = 'always',"
                + " 'value.guarded.format' = 'raw', 'value.guarded.raw.charset' = 'windows-1250')");
        KafkaRecordDeserializationSchema<RowData> schema = deserializer("SELECT * FROM t");
        byte[] fetched = "...A...".getBytes(StandardCharsets.UTF_8);

        RowData row =
                rows(schema, consumedByKafka(ByteBuffer.wrap(fetched, 3, 1))).get(0);
        Arrays.fill(fetched, (byte) 'x');

        assertThat(row.getString(0)).hasToString("A");
        assertThat(row.isNullAt(1)).isTrue();
        assertThat(row.getBinary(2)).containsExactly('A');

        byte[] whole = "B".getBytes(StandardCharsets.UTF_8);
        assertThat(consumedByKafka(ByteBuffer.wrap(whole))).isNotSameAs(whole);
    }

    /** As the consumer does it, with the deserializer that {@code KafkaSourceBuilder} insists on. */
    private static byte[] consumedByKafka(ByteBuffer value) {
        try (Deserializer<byte[]> deserializer = new ByteArrayDeserializer()) {
            return deserializer.deserialize("t", new RecordHeaders(), value);
        }
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
        return rows(schema, value == null ? null : value.getBytes(StandardCharsets.UTF_8)).stream()
                .map(RowData::toString)
                .toList();
    }

    private static List<RowData> rows(KafkaRecordDeserializationSchema<RowData> schema, byte[] payload)
            throws Exception {
        List<RowData> rows = new ArrayList<>();
        ConsumerRecord<byte[], byte[]> message =
                new ConsumerRecord<>("bank.account", 3, 42, "key".getBytes(StandardCharsets.UTF_8), payload);
        schema.deserialize(message, new Collector<>() {
            @Override
            public void collect(RowData row) {
                rows.add(row);
            }

            @Override
            public void close() {}
        });
        return rows;
    }
}
