package io.elt.udf.guarded;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.conversion.RowRowConverter;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.runtime.connector.source.ScanRuntimeProviderContext;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.UserCodeClassLoader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/** The guarded format as a connector runs it: made by the factory, shipped by serialization, opened, fed with bytes. */
public final class GuardedDecoder {

    private final DataType physicalType;
    private final Map<String, String> options;
    private final List<String> metadata;
    private final DecodingFormat<DeserializationSchema<RowData>> format;
    private final DeserializationSchema<RowData> schema;
    private final Map<String, Counter> counters = new HashMap<>();

    private GuardedDecoder(DataType physicalType, Map<String, String> options, List<String> metadata) {
        this.physicalType = physicalType;
        this.options = options;
        this.metadata = metadata;
        this.format = format(physicalType, options);
        try {
            format.applyReadableMetadata(metadata);
            this.schema = InstantiationUtil.clone(
                    format.createRuntimeDecoder(ScanRuntimeProviderContext.INSTANCE, physicalType));
            schema.open(new OpenContext());
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Options are given as key, value, key, value. */
    public static GuardedDecoder of(String innerFormat, DataType physicalType, String... options) {
        return new GuardedDecoder(physicalType, options(innerFormat, options), List.of("error-code", "error"));
    }

    public GuardedDecoder withMetadata(String... keys) {
        return new GuardedDecoder(physicalType, options, List.of(keys));
    }

    static Map<String, String> options(String innerFormat, String... options) {
        Map<String, String> all = new HashMap<>();
        all.put("format", innerFormat);
        for (int index = 0; index < options.length; index += 2) {
            all.put(options[index], options[index + 1]);
        }
        return all;
    }

    static DecodingFormat<DeserializationSchema<RowData>> format(DataType physicalType, Map<String, String> options) {
        return format(physicalType, options, Map.of());
    }

    static DecodingFormat<DeserializationSchema<RowData>> format(
            DataType physicalType, Map<String, String> options, Map<String, String> tableOptions) {
        List<Column> columns = new ArrayList<>();
        List<String> names = DataType.getFieldNames(physicalType);
        for (int column = 0; column < names.size(); column++) {
            columns.add(Column.physical(
                    names.get(column), physicalType.getChildren().get(column)));
        }
        ResolvedSchema resolvedSchema = ResolvedSchema.of(columns);
        CatalogTable table = CatalogTable.newBuilder()
                .schema(Schema.newBuilder().fromResolvedSchema(resolvedSchema).build())
                .options(tableOptions)
                .build();
        return new GuardedFormatFactory()
                .createDecodingFormat(
                        new FactoryUtil.DefaultDynamicTableContext(
                                ObjectIdentifier.of("c", "d", "t"),
                                new ResolvedCatalogTable(table, resolvedSchema),
                                Map.of(),
                                new Configuration(),
                                GuardedDecoder.class.getClassLoader(),
                                false),
                        Configuration.fromMap(options));
    }

    DecodingFormat<DeserializationSchema<RowData>> format() {
        return format;
    }

    public List<RowData> rows(byte[] payload) {
        List<RowData> rows = new ArrayList<>();
        try {
            feed(payload, rows::add);
        } catch (Exception failure) {
            throw new AssertionError("A record failed the job", failure);
        }
        // The Kafka connector casts to this class.
        assertThat(rows).allMatch(GenericRowData.class::isInstance);
        return rows;
    }

    void feed(byte[] payload, Consumer<RowData> downstream) throws Exception {
        schema.deserialize(payload, new Collector<>() {
            @Override
            public void collect(RowData row) {
                downstream.accept(row);
            }

            @Override
            public void close() {}
        });
    }

    /** The rows as {@code +I[columns, metadata]}. */
    public List<String> decode(byte[] payload) {
        DataType produced = producedType();
        RowRowConverter converter = RowRowConverter.create(produced);
        converter.open(GuardedDecoder.class.getClassLoader());
        return rows(payload).stream()
                .map(converter::toExternal)
                .map(Row::toString)
                .toList();
    }

    public List<String> decode(String payload) {
        return decode(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** The code of the one error row that the payload gives, or OK. */
    public String code(String payload) {
        return code(payload.getBytes(StandardCharsets.UTF_8));
    }

    public String code(byte[] payload) {
        return text(payload, "error-code");
    }

    public String error(String payload) {
        return text(payload.getBytes(StandardCharsets.UTF_8), "error");
    }

    private String text(byte[] payload, String key) {
        int position = physicalType.getChildren().size() + metadata.indexOf(key);
        List<RowData> rows = rows(payload);
        if (rows.isEmpty()) {
            return "NO ROWS";
        }
        if (rows.get(0).isNullAt(position)) {
            return "OK";
        }
        assertThat(rows).hasSize(1);
        return rows.get(0).getString(position).toString();
    }

    long counted(String name) {
        return counters.get("guarded." + name).getCount();
    }

    DataType producedType() {
        List<DataTypes.Field> fields = new ArrayList<>();
        List<String> names = DataType.getFieldNames(physicalType);
        for (int column = 0; column < names.size(); column++) {
            fields.add(DataTypes.FIELD(
                    names.get(column), physicalType.getChildren().get(column)));
        }
        metadata.forEach(key ->
                fields.add(DataTypes.FIELD(key, format.listReadableMetadata().get(key))));
        return DataTypes.ROW(fields);
    }

    private final class OpenContext implements DeserializationSchema.InitializationContext {
        @Override
        public MetricGroup getMetricGroup() {
            return new Registry("");
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            throw new UnsupportedOperationException("The filesystem connector has none to give");
        }
    }

    private final class Registry extends UnregisteredMetricsGroup {
        private final String prefix;

        private Registry(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public MetricGroup addGroup(String name) {
            return new Registry(prefix + name + ".");
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(prefix + name, ignored -> new SimpleCounter());
        }
    }
}
