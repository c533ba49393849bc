package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.table.data.RowData;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Delivers events when it is their turn. All of it runs in the one thread of its task. */
final class EventReader implements SourceReader<RowData, EventSplit> {
    private final Run run;
    private final TableName table;
    private final int[] fields;
    private final WatermarkGenerator<RowData> watermarks;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private Run.Place place;

    EventReader(Run run, TableName table, int[] fields, WatermarkStrategy<RowData> watermarks, MetricGroup metrics) {
        this.run = run;
        this.table = table;
        this.fields = fields;
        this.watermarks = watermarks == null ? null : watermarks.createWatermarkGenerator(() -> metrics);
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<EventSplit> splits) {
        place = run.enter(table, splits.get(0).position());
        started.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public InputStatus pollNext(ReaderOutput<RowData> output) {
        if (place == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        run.failIfAsked();
        Event event = place.poll();
        if (event != null) {
            emit(event, output);
            place.delivered();
            return InputStatus.MORE_AVAILABLE;
        }
        return place.isAtEnd() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return place == null ? started : place.available();
    }

    @Override
    public List<EventSplit> snapshotState(long checkpoint) {
        return place == null ? List.of() : List.of(new EventSplit(place.position()));
    }

    @Override
    public void close() {}

    private void emit(Event event, ReaderOutput<RowData> output) {
        if (event instanceof Event.Watermark watermark) {
            output.emitWatermark(new Watermark(watermark.at().toEpochMilli()));
            return;
        }
        RowData row = Rows.project(((Event.Change) event).row(), fields);
        output.collect(row);
        if (watermarks != null) {
            // At once, not a few times a second: what a row's watermark does must not depend on the machine.
            watermarks.onEvent(row, Long.MIN_VALUE, output);
            watermarks.onPeriodicEmit(output);
        }
    }
}
