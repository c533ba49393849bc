package io.elt.unittest.flink;

import io.elt.unittest.TestColumn;
import io.elt.unittest.TestTable;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.sink.SinkV2Provider;
import org.apache.flink.table.connector.sink.abilities.SupportsPartitioning;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import java.util.Map;
import java.util.function.UnaryOperator;

/** A table that keeps the changes that are written to it, those that the real table takes. */
final class TestSink implements DynamicTableSink, SupportsPartitioning {
    private final TestTable table;
    private final UnaryOperator<ChangelogMode> taken;

    TestSink(TestTable table, UnaryOperator<ChangelogMode> taken) {
        this.table = table;
        this.taken = taken;
    }

    @Override
    public ChangelogMode getChangelogMode(ChangelogMode requested) {
        return taken.apply(requested);
    }

    @Override
    public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
        return SinkV2Provider.of(new ChangeSink(table.name(), rowType(table)), 1);
    }

    /** The planner has put the partition's values into the rows by now. */
    @Override
    public void applyStaticPartition(Map<String, String> partition) {}

    @Override
    public DynamicTableSink copy() {
        return new TestSink(table, taken);
    }

    @Override
    public String asSummaryString() {
        return "what a case expects";
    }

    static RowType rowType(TestTable table) {
        return RowType.of(
                table.columns().stream().map(TestColumn::type).toArray(LogicalType[]::new),
                table.columns().stream().map(TestColumn::name).toArray(String[]::new));
    }
}
