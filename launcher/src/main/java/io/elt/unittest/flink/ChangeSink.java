package io.elt.unittest.flink;

import io.elt.plan.TableName;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

/** Keeps what a job writes to a table, in order. */
final class ChangeSink implements Sink<RowData> {
    private static final long serialVersionUID = 1L;

    private final String catalog;
    private final String database;
    private final String table;
    private final RowType type;

    ChangeSink(TableName table, RowType type) {
        this.catalog = table.catalog();
        this.database = table.database();
        this.table = table.table();
        this.type = type;
    }

    @Override
    @Deprecated
    public SinkWriter<RowData> createWriter(InitContext context) {
        throw new UnsupportedOperationException("Flink calls the other one");
    }

    @Override
    public SinkWriter<RowData> createWriter(WriterInitContext context) {
        Run run = Runs.of(context.getJobInfo().getJobId().toHexString());
        return new Writer(run, run.attempt(), new TableName(catalog, database, table), new RowFormat(type));
    }

    private record Writer(Run run, int attempt, TableName table, RowFormat format) implements SinkWriter<RowData> {
        @Override
        public void write(RowData row, Context context) {
            run.write(attempt, table, format.copy(row));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
