package io.elt.unittest.flink;

import io.elt.unittest.TestColumn;
import org.apache.flink.table.catalog.Column.MetadataColumn;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

import java.util.Map;
import java.util.Optional;

/** Where a record stands in Kafka, which every record knows: a case need not say it. */
final class KafkaMetadata {
    private KafkaMetadata() {}

    /**
     * @param options of the table
     */
    static Optional<Object> unlessGiven(MetadataColumn column, Map<String, String> options) {
        LogicalType type = column.getDataType().getLogicalType();
        if (!"kafka".equals(options.get("connector"))) {
            return Optional.empty();
        }
        return switch (column.getMetadataKey().orElse(column.getName())) {
            case "topic" ->
                Optional.ofNullable(options.get("topic"))
                        .filter(topic -> type.is(LogicalTypeRoot.VARCHAR))
                        .map(StringData::fromString);
            case "partition" -> type.is(LogicalTypeRoot.INTEGER) ? Optional.of(0) : Optional.empty();
            case "offset" -> type.is(LogicalTypeRoot.BIGINT) ? Optional.of(TestColumn.ROW_NUMBER) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
