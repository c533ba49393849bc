package io.elt.udf.benchmark;

import io.elt.udf.guarded.GuardedFormatFactory;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.formats.json.JsonFormatFactory;
import org.apache.flink.formats.json.debezium.DebeziumJsonFormatFactory;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.runtime.connector.source.ScanRuntimeProviderContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.UserCodeClassLoader;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * CPU nanoseconds per record of an inner format alone and of the same one guarded, in interleaved rounds; the least of all
 * rounds counts, as everything else on the machine only adds.
 */
public final class GuardedBenchmark {

    private static final int RECORDS = 200_000;
    private static final int ROUNDS = 12;

    private static final ResolvedSchema TRANSACTION = ResolvedSchema.of(
            Column.physical("trans_id", DataTypes.BIGINT().notNull()),
            Column.physical("account_id", DataTypes.BIGINT().notNull()),
            Column.physical("booked", DataTypes.DATE()),
            Column.physical("type", DataTypes.STRING()),
            Column.physical("operation", DataTypes.STRING()),
            Column.physical("amount", DataTypes.DECIMAL(15, 2)),
            Column.physical("balance", DataTypes.DECIMAL(15, 2)),
            Column.physical("k_symbol", DataTypes.STRING()),
            Column.physical("bank", DataTypes.STRING()),
            Column.physical("account", DataTypes.STRING()));

    private static final String ROW = "{\"trans_id\":695247,\"account_id\":2378,\"booked\":\"1993-01-01\","
            + "\"type\":\"PRIJEM\",\"operation\":\"VKLAD\",\"amount\":700.00,\"balance\":1700.50,\"k_symbol\":\"\","
            + "\"bank\":\"YZ\",\"account\":\"30300313\"}";

    private GuardedBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        compare("json", new JsonFormatFactory(), ROW);
        compare(
                "debezium-json",
                new DebeziumJsonFormatFactory(),
                "{\"before\":null,\"after\":" + ROW
                        + ",\"source\":{\"version\":\"2.7.0.Final\",\"connector\":\"mysql\","
                        + "\"name\":\"bank\",\"ts_ms\":1700000000000,\"db\":\"bank\",\"table\":\"trans\",\"file\":\"b.1\",\"pos\":4},"
                        + "\"op\":\"c\",\"ts_ms\":1700000000001}");
    }

    private static void compare(String format, DeserializationFormatFactory innerFactory, String record)
            throws Exception {
        byte[] payload = record.getBytes(StandardCharsets.UTF_8);
        DeserializationSchema<RowData> inner = open(innerFactory, Map.of(), List.of());
        DeserializationSchema<RowData> guarded =
                open(new GuardedFormatFactory(), Map.of("format", format), List.of("error", "raw"));
        DeserializationSchema<RowData> lenient =
                open(new GuardedFormatFactory(), Map.of("format", format, "strict", "false"), List.of("error", "raw"));
        double innerBest = Double.MAX_VALUE;
        double guardedBest = Double.MAX_VALUE;
        double lenientBest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            innerBest = Math.min(innerBest, nanosecondsPerRecord(inner, payload));
            guardedBest = Math.min(guardedBest, nanosecondsPerRecord(guarded, payload));
            lenientBest = Math.min(lenientBest, nanosecondsPerRecord(lenient, payload));
        }
        System.out.printf(
                "%s, %d bytes: inner %.0f ns, guarded %.0f ns (%.2fx), guarded and not strict %.0f ns%n",
                format, payload.length, innerBest, guardedBest, guardedBest / innerBest, lenientBest);
    }

    private static double nanosecondsPerRecord(DeserializationSchema<RowData> schema, byte[] payload) throws Exception {
        CountingCollector rows = new CountingCollector();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int record = 0; record < RECORDS; record++) {
            schema.deserialize(payload, rows);
        }
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (rows.count != RECORDS) {
            throw new IllegalStateException("Not every record gave a row: " + rows.count);
        }
        return (double) (end - start) / RECORDS;
    }

    private static DeserializationSchema<RowData> open(
            DeserializationFormatFactory factory, Map<String, String> options, List<String> metadata) throws Exception {
        CatalogTable table = CatalogTable.newBuilder()
                .schema(Schema.newBuilder().fromResolvedSchema(TRANSACTION).build())
                .build();
        DecodingFormat<DeserializationSchema<RowData>> format = factory.createDecodingFormat(
                new FactoryUtil.DefaultDynamicTableContext(
                        ObjectIdentifier.of("c", "d", "t"),
                        new ResolvedCatalogTable(table, TRANSACTION),
                        Map.of(),
                        new Configuration(),
                        GuardedBenchmark.class.getClassLoader(),
                        false),
                Configuration.fromMap(options));
        if (!metadata.isEmpty()) {
            format.applyReadableMetadata(metadata);
        }
        DeserializationSchema<RowData> schema =
                format.createRuntimeDecoder(ScanRuntimeProviderContext.INSTANCE, TRANSACTION.toPhysicalRowDataType());
        schema.open(new OpenContext());
        return schema;
    }

    private static final class CountingCollector implements Collector<RowData> {
        private long count;

        @Override
        public void collect(RowData row) {
            count++;
        }

        @Override
        public void close() {}
    }

    private static final class OpenContext implements DeserializationSchema.InitializationContext {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            throw new UnsupportedOperationException("No format that is measured here asks for it");
        }
    }
}
