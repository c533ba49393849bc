package io.elt.unittest.flink;

import io.elt.unittest.TestTable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.table.catalog.Column.MetadataColumn;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceProvider;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.connector.source.abilities.SupportsWatermarkPushDown;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A table that is read as a stream of the events that a case gives, with the changes that the real table delivers. */
class TestScan implements ScanTableSource, SupportsReadingMetadata, SupportsWatermarkPushDown {
    private final TestTable table;
    private final ResolvedSchema schema;
    private final ChangelogMode mode;
    private final Boundedness boundedness;
    private List<String> metadata = List.of();
    private DataType produced;
    private WatermarkStrategy<RowData> watermarks;

    TestScan(TestTable table, ResolvedSchema schema, ChangelogMode mode, Boundedness boundedness) {
        this.table = table;
        this.schema = schema;
        this.mode = mode;
        this.boundedness = boundedness;
        this.produced = schema.toPhysicalRowDataType();
    }

    TestScan(TestScan other) {
        this(other.table, other.schema, other.mode, other.boundedness);
        this.metadata = other.metadata;
        this.produced = other.produced;
        this.watermarks = other.watermarks;
    }

    TestTable table() {
        return table;
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return mode;
    }

    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        TypeInformation<RowData> type = context.createTypeInformation(produced);
        return SourceProvider.of(new EventSource(table.name(), fields(), boundedness, watermarks, type));
    }

    @Override
    public Map<String, DataType> listReadableMetadata() {
        Map<String, DataType> listed = new LinkedHashMap<>();
        metadataColumns().forEach(column -> listed.put(key(column), column.getDataType()));
        return listed;
    }

    @Override
    public void applyReadableMetadata(List<String> keys, DataType type) {
        metadata = List.copyOf(keys);
        produced = type;
    }

    @Override
    public void applyWatermark(WatermarkStrategy<RowData> strategy) {
        watermarks = strategy;
    }

    @Override
    public DynamicTableSource copy() {
        return new TestScan(this);
    }

    @Override
    public String asSummaryString() {
        return "rows of a case";
    }

    /** For each field that the planner wants its position in the rows of the case. */
    int[] fields() {
        int stored = (int) schema.getColumns().stream()
                .filter(column -> column.isPhysical())
                .count();
        IntStream read = metadata.stream()
                .mapToInt(key -> table.position(metadataColumns().stream()
                        .filter(column -> key(column).equals(key))
                        .findFirst()
                        .orElseThrow()
                        .getName()));
        return IntStream.concat(IntStream.range(0, stored), read).toArray();
    }

    private List<MetadataColumn> metadataColumns() {
        return schema.getColumns().stream()
                .filter(MetadataColumn.class::isInstance)
                .map(MetadataColumn.class::cast)
                .toList();
    }

    private static String key(MetadataColumn column) {
        return column.getMetadataKey().orElse(column.getName());
    }
}
