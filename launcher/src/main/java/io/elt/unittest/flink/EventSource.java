package io.elt.unittest.flink;

import io.elt.plan.TableName;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.apache.flink.table.data.RowData;

/**
 * Delivers what a run's schedule has for one table. The job graph is the same for all runs, so the source finds its run by
 * the id of the job that it is in.
 */
final class EventSource implements Source<RowData, EventSplit, Integer>, ResultTypeQueryable<RowData> {
    private static final long serialVersionUID = 1L;

    private final String catalog;
    private final String database;
    private final String table;
    private final int[] fields;
    private final Boundedness boundedness;
    private final WatermarkStrategy<RowData> watermarks;
    private final TypeInformation<RowData> type;

    /**
     * @param fields for each field that the planner wants its position in the rows of the events
     * @param watermarks of the table's declaration; null without one
     */
    EventSource(
            TableName table,
            int[] fields,
            Boundedness boundedness,
            WatermarkStrategy<RowData> watermarks,
            TypeInformation<RowData> type) {
        this.catalog = table.catalog();
        this.database = table.database();
        this.table = table.table();
        this.fields = fields;
        this.boundedness = boundedness;
        this.watermarks = watermarks;
        this.type = type;
    }

    @Override
    public Boundedness getBoundedness() {
        return boundedness;
    }

    @Override
    public SourceReader<RowData, EventSplit> createReader(SourceReaderContext context) {
        String job = context.metricGroup().getAllVariables().get(ScopeFormat.SCOPE_JOB_ID);
        return new EventReader(
                Runs.of(job), new TableName(catalog, database, table), fields, watermarks, context.metricGroup());
    }

    @Override
    public SplitEnumerator<EventSplit, Integer> createEnumerator(SplitEnumeratorContext<EventSplit> context) {
        return new EventSplits(context, EventSplits.NOT_ASSIGNED);
    }

    @Override
    public SplitEnumerator<EventSplit, Integer> restoreEnumerator(
            SplitEnumeratorContext<EventSplit> context, Integer assigned) {
        return new EventSplits(context, assigned);
    }

    @Override
    public SimpleVersionedSerializer<EventSplit> getSplitSerializer() {
        return IntegerSerializer.ofSplits();
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return IntegerSerializer.plain();
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return type;
    }
}
