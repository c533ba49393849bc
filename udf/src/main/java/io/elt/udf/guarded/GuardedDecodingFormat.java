package io.elt.udf.guarded;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Wraps the decoding format of the inner format.
 *
 * <p>It is deliberately not a {@code ProjectableDecodingFormat}: if the columns that a query does not read were not decoded, it
 * would depend on the query whether a record is good.
 */
final class GuardedDecodingFormat implements DecodingFormat<DeserializationSchema<RowData>> {

    private final GuardedOptions options;
    private final InnerFormatOptions innerOptions;
    private final DecodingFormat<DeserializationSchema<RowData>> inner;
    private List<String> metadataKeys = List.of();

    GuardedDecodingFormat(
            GuardedOptions options,
            InnerFormatOptions innerOptions,
            DecodingFormat<DeserializationSchema<RowData>> inner) {
        this.options = options;
        this.innerOptions = innerOptions;
        this.inner = inner;
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return inner.getChangelogMode();
    }

    @Override
    public Map<String, DataType> listReadableMetadata() {
        Map<String, DataType> metadata = new LinkedHashMap<>();
        for (GuardedMetadata own : GuardedMetadata.values()) {
            metadata.put(own.key(), own.dataType());
        }
        inner.listReadableMetadata().forEach(metadata::putIfAbsent);
        return metadata;
    }

    @Override
    public void applyReadableMetadata(List<String> metadataKeys) {
        this.metadataKeys = List.copyOf(metadataKeys);
        List<String> innerKeys = innerMetadataKeys();
        // A format without metadata refuses the call, even with no key.
        if (!innerKeys.isEmpty()) {
            inner.applyReadableMetadata(innerKeys);
        }
    }

    @Override
    public DeserializationSchema<RowData> createRuntimeDecoder(
            DynamicTableSource.Context context, DataType physicalDataType) {
        Map<GuardedMetadata, Integer> ownColumns = ownColumns(physicalDataType);
        refuseWithoutMark(ownColumns);

        List<DataTypes.Field> produced = new ArrayList<>();
        List<DataTypes.Field> innerPhysical = new ArrayList<>();
        List<RowLayout.Field> layout = new ArrayList<>();
        List<DataType> columnTypes = physicalDataType.getChildren();
        List<String> columnNames = DataType.getFieldNames(physicalDataType);
        for (int column = 0; column < columnTypes.size(); column++) {
            DataTypes.Field field = DataTypes.FIELD(columnNames.get(column), columnTypes.get(column));
            produced.add(field);
            if (ownColumns.containsValue(column)) {
                layout.add(RowLayout.Field.ofOwn(key(ownColumns, column)));
                continue;
            }
            layout.add(RowLayout.Field.ofInner(
                    innerPhysical.size(), columnTypes.get(column).getLogicalType()));
            innerPhysical.add(field);
        }
        appendMetadata(produced, layout, innerPhysical.size());

        DataType innerDataType = DataTypes.ROW(innerPhysical).notNull().bridgedTo(RowData.class);
        RowType innerType = (RowType) innerDataType.getLogicalType();
        return new GuardedDeserializationSchema(
                inner.createRuntimeDecoder(context, innerDataType),
                context.createTypeInformation(DataTypes.ROW(produced).notNull().bridgedTo(RowData.class)),
                new RowLayout(layout),
                RecordPolicy.of(options, innerOptions, innerType, innerMetadataKeys(), inner.getChangelogMode()));
    }

    private void appendMetadata(List<DataTypes.Field> produced, List<RowLayout.Field> layout, int innerArity) {
        Map<String, DataType> innerMetadata = inner.listReadableMetadata();
        List<String> innerKeys = innerMetadataKeys();
        for (String key : metadataKeys) {
            int innerIndex = innerKeys.indexOf(key);
            if (innerIndex < 0) {
                GuardedMetadata own = GuardedMetadata.forKey(key).orElseThrow();
                produced.add(DataTypes.FIELD(key, own.dataType()));
                layout.add(RowLayout.Field.ofOwn(own));
                continue;
            }
            DataType type = innerMetadata.get(key);
            produced.add(DataTypes.FIELD(key, type));
            layout.add(RowLayout.Field.ofInner(innerArity + innerIndex, type.getLogicalType()));
        }
    }

    private List<String> innerMetadataKeys() {
        return metadataKeys.stream()
                .filter(key -> GuardedMetadata.forKey(key).isEmpty())
                .toList();
    }

    private Map<GuardedMetadata, Integer> ownColumns(DataType physicalDataType) {
        List<String> names = DataType.getFieldNames(physicalDataType);
        Map<GuardedMetadata, Integer> columns = new EnumMap<>(GuardedMetadata.class);
        options.columns().forEach((metadata, name) -> {
            int column = names.indexOf(name);
            if (column < 0) {
                throw new ValidationException("guarded." + metadata.key() + "-column names '" + name
                        + "', which is not a column of the table.");
            }
            LogicalType expected = metadata.dataType().getLogicalType();
            if (!physicalDataType.getChildren().get(column).getLogicalType().equals(expected)) {
                throw new ValidationException("Column '" + name + "' is the guarded." + metadata.key()
                        + "-column and must be declared " + TypeName.of(expected) + ".");
            }
            columns.put(metadata, column);
        });
        return columns;
    }

    /** A bad row that cannot be told from a good one would be an altered record. */
    private void refuseWithoutMark(Map<GuardedMetadata, Integer> ownColumns) {
        for (GuardedMetadata mark : List.of(GuardedMetadata.ERROR, GuardedMetadata.ERROR_CODE)) {
            if (ownColumns.containsKey(mark) || metadataKeys.contains(mark.key())) {
                return;
            }
        }
        throw new ValidationException(
                "A table with 'format' = 'guarded' needs a column that tells bad rows from good ones."
                        + " Declare `_error STRING METADATA FROM 'value.error' VIRTUAL` (Kafka), or, where the connector passes on no"
                        + " format metadata (filesystem), a column `_error STRING` and 'guarded.error-column' = '_error';"
                        + " and read it: good rows are those with `_error IS NULL`.");
    }

    private static GuardedMetadata key(Map<GuardedMetadata, Integer> columns, int column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
