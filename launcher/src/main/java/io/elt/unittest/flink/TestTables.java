package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.Delivery;
import io.elt.unittest.Schedule;
import io.elt.unittest.TestColumn;
import io.elt.unittest.TestTable;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.catalog.Column.MetadataColumn;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.catalog.UniqueConstraint;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes the sources and sinks of one plan, and remembers which tables it reads and writes. */
final class TestTables implements DynamicTableSourceFactory, DynamicTableSinkFactory {
    private final RealTables real;
    private final Schedule.Mode mode;
    private final Map<TableName, TestTable> inputs = new TreeMap<>();
    private final Map<TableName, WrittenTable> outputs = new TreeMap<>();

    TestTables(RealTables real, Schedule.Mode mode) {
        this.real = real;
        this.mode = mode;
    }

    /** The tables that were asked for as sources. */
    Map<TableName, TestTable> inputs() {
        return inputs;
    }

    /** The tables that were asked for as sinks. */
    Map<TableName, WrittenTable> outputs() {
        return outputs;
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        ResolvedCatalogTable table = context.getCatalogTable();
        DynamicTableSource source = real.source(context.getObjectIdentifier(), table, context.getConfiguration());
        TestTable test = input(context.getObjectIdentifier(), table, source);
        inputs.put(test.name(), test);
        boolean looked = source instanceof LookupTableSource;
        TestScan scan = mode == Schedule.Mode.BATCH
                ? new TestScan(test, table.getResolvedSchema(), ChangelogMode.insertOnly(), Boundedness.BOUNDED)
                : new TestScan(test, table.getResolvedSchema(), changes(source), Boundedness.CONTINUOUS_UNBOUNDED);
        return looked ? new TestLookupScan(scan) : scan;
    }

    @Override
    public DynamicTableSink createDynamicTableSink(Context context) {
        ResolvedCatalogTable table = context.getCatalogTable();
        DynamicTableSink sink = real.sink(context.getObjectIdentifier(), table, context.getConfiguration());
        TestTable test = describe(
                context.getObjectIdentifier(),
                table,
                columns(table, column -> !column.isVirtual()),
                Delivery.CHANGELOG);
        outputs.put(test.name(), new WrittenTable(test, table.getOptions(), real.isInLake(test.name()) ? real : null));
        return new TestSink(test, sink::getChangelogMode);
    }

    @Override
    public String factoryIdentifier() {
        return "elt-test";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    private static TestTable input(ObjectIdentifier name, ResolvedCatalogTable table, DynamicTableSource source) {
        return describe(name, table, columns(table, column -> true), delivery(changes(source)));
    }

    private static TestTable describe(
            ObjectIdentifier name, ResolvedCatalogTable table, List<TestColumn> columns, Delivery delivery) {
        ResolvedSchema schema = table.getResolvedSchema();
        return new TestTable(
                new TableName(name.getCatalogName(), name.getDatabaseName(), name.getObjectName()),
                columns,
                schema.getPrimaryKey().map(UniqueConstraint::getColumns).orElse(List.of()),
                delivery,
                "kafka".equals(table.getOptions().get("connector")),
                schema.getWatermarkSpecs().stream()
                        .findFirst()
                        .map(spec -> new TestTable.Rowtime(
                                spec.getRowtimeAttribute(),
                                spec.getWatermarkExpression().asSummaryString())));
    }

    /** The stored columns, then the metadata columns, as Flink lays rows of a source or sink out. */
    private static List<TestColumn> columns(ResolvedCatalogTable table, Predicate<MetadataColumn> metadata) {
        ResolvedSchema schema = table.getResolvedSchema();
        List<TestColumn> columns = new ArrayList<>();
        schema.getColumns().stream()
                .filter(column -> column.isPhysical())
                .forEach(column -> columns.add(
                        new TestColumn(column.getName(), column.getDataType().getLogicalType())));
        schema.getColumns().stream()
                .filter(MetadataColumn.class::isInstance)
                .map(MetadataColumn.class::cast)
                .filter(metadata)
                .forEach(column -> columns.add(new TestColumn(
                        column.getName(),
                        column.getDataType().getLogicalType(),
                        KafkaMetadata.unlessGiven(column, table.getOptions()))));
        return columns;
    }

    private static Optional<ScanTableSource> scan(DynamicTableSource source) {
        return source instanceof ScanTableSource scan ? Optional.of(scan) : Optional.empty();
    }

    private static ChangelogMode changes(DynamicTableSource source) {
        return scan(source).map(ScanTableSource::getChangelogMode).orElse(ChangelogMode.insertOnly());
    }

    private static Delivery delivery(ChangelogMode mode) {
        if (mode.containsOnly(RowKind.INSERT)) {
            return Delivery.APPEND;
        }
        return mode.contains(RowKind.UPDATE_BEFORE) ? Delivery.CHANGELOG : Delivery.UPSERT;
    }
}
