package io.elt.udf.guarded.strict;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of an envelope that metadata columns are made from, with the type that the inner format reads them as. They are
 * checked only if the table declares such a column.
 */
record MetadataMembers(Map<String, ValueCheck> checks) {

    private static final DataType TEXTS = DataTypes.ARRAY(DataTypes.STRING());
    private static final DataType INTEGERS_BY_NAME = DataTypes.MAP(DataTypes.STRING(), DataTypes.INT());

    /** Metadata key of the format, member of the envelope, type of the member. */
    private record Known(String key, String member, DataType type) {}

    private static final List<Known> DEBEZIUM = List.of(new Known("ingestion-timestamp", "ts_ms", DataTypes.BIGINT()));

    private static final List<Known> GOLDEN_GATE = List.of(
            new Known("table", "table", DataTypes.STRING()),
            new Known("primary-keys", "primary_keys", TEXTS),
            new Known("ingestion-timestamp", "current_ts", DataTypes.STRING()),
            new Known("event-timestamp", "op_ts", DataTypes.STRING()));

    private static final List<Known> MAXWELL = List.of(
            new Known("database", "database", DataTypes.STRING()),
            new Known("table", "table", DataTypes.STRING()),
            new Known("primary-key-columns", "primary_key_columns", TEXTS),
            new Known("ingestion-timestamp", "ts", DataTypes.BIGINT()));

    // Canal's database and table are read anyway, for its filter.
    private static final List<Known> CANAL = List.of(
            new Known("sql-type", "sqlType", INTEGERS_BY_NAME),
            new Known("pk-names", "pkNames", TEXTS),
            new Known("ingestion-timestamp", "ts", DataTypes.BIGINT()),
            new Known("event-timestamp", "es", DataTypes.BIGINT()));

    static MetadataMembers ofDebezium(TypeChecks types, List<String> keys) {
        return of(DEBEZIUM, types, keys);
    }

    static MetadataMembers ofGoldenGate(TypeChecks types, List<String> keys) {
        return of(GOLDEN_GATE, types, keys);
    }

    static MetadataMembers ofMaxwell(TypeChecks types, List<String> keys) {
        return of(MAXWELL, types, keys);
    }

    static MetadataMembers ofCanal(TypeChecks types, List<String> keys) {
        return of(CANAL, types, keys);
    }

    private static MetadataMembers of(List<Known> known, TypeChecks types, List<String> keys) {
        Map<String, ValueCheck> checks = new LinkedHashMap<>();
        known.stream()
                .filter(metadata -> keys.contains(metadata.key()))
                .forEach(metadata ->
                        checks.put(metadata.member(), types.of(metadata.type().getLogicalType())));
        return new MetadataMembers(checks);
    }
}
