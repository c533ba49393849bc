package io.elt.unittest.flink;

import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import java.util.Arrays;

/** A table that can be looked up, too. */
final class TestLookupScan extends TestScan implements LookupTableSource {
    TestLookupScan(TestScan scan) {
        super(scan);
    }

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
        int[] keys = Arrays.stream(context.getKeys()).mapToInt(path -> path[0]).toArray();
        LogicalType[] types = Arrays.stream(keys)
                .mapToObj(i -> table().columns().get(i).type())
                .toArray(LogicalType[]::new);
        return LookupFunctionProvider.of(new EventLookup(table().name(), keys, RowType.of(types), fields()));
    }

    @Override
    public DynamicTableSource copy() {
        return new TestLookupScan(this);
    }
}
