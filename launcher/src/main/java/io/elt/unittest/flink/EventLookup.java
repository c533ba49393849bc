package io.elt.unittest.flink;

import io.elt.plan.TableName;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.LookupFunction;
import org.apache.flink.table.types.logical.RowType;

import java.util.ArrayList;
import java.util.List;

/** Looks rows up in a table as it is at this moment of the run. */
public final class EventLookup extends LookupFunction {
    private static final long serialVersionUID = 1L;

    private final String catalog;
    private final String database;
    private final String table;
    private final int[] keys;
    private final int[] fields;
    private final RowType keyType;
    private transient Run run;
    private transient RowFormat format;

    /**
     * @param keys positions of the columns that are looked up by
     * @param fields positions of the columns that the planner wants
     */
    EventLookup(TableName table, int[] keys, RowType keyType, int[] fields) {
        this.catalog = table.catalog();
        this.database = table.database();
        this.table = table.table();
        this.keys = keys;
        this.keyType = keyType;
        this.fields = fields;
    }

    @Override
    public void open(FunctionContext context) {
        run = Runs.of(context.getMetricGroup().getAllVariables().get(ScopeFormat.SCOPE_JOB_ID));
        format = new RowFormat(keyType);
    }

    @Override
    public List<RowData> lookup(RowData key) {
        GenericRowData copy = format.copy(key);
        Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = copy.getField(i);
        }
        List<RowData> found = new ArrayList<>();
        for (RowData row : run.lookUp(new TableName(catalog, database, table), keys, values)) {
            found.add(Rows.project(row, fields));
        }
        return found;
    }
}
