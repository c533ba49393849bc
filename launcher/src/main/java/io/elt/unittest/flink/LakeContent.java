package io.elt.unittest.flink;

import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;
import org.apache.paimon.disk.IOManager;
import org.apache.paimon.flink.FlinkRowData;
import org.apache.paimon.flink.FlinkRowWrapper;
import org.apache.paimon.table.Table;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.table.sink.BatchWriteBuilder;
import org.apache.paimon.table.source.ReadBuilder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose merge engine is more than "the last row wins": Paimon itself merges, in a table of its own for each run.
 * That takes tens of milliseconds, so only such tables are done this way.
 */
final class LakeContent {
    private final RealTables lake;
    private final TestTable table;

    LakeContent(RealTables lake, WrittenTable written) {
        this.lake = lake;
        this.table = written.table();
    }

    List<RowData> rows(List<RowData> changes) {
        try (RealTables.Copy copy = lake.copy(table.name())) {
            write(copy.table(), copy.scratch(), changes);
            return read(copy.table(), copy.scratch());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Paimon does not take the rows of " + table.name(), e);
        }
    }

    private static void write(Table table, Path scratch, List<RowData> changes) throws Exception {
        BatchWriteBuilder builder = table.newBatchWriteBuilder();
        try (BatchTableWrite write = builder.newWrite();
                BatchTableCommit commit = builder.newCommit()) {
            write.withIOManager(IOManager.create(scratch.toString()));
            for (RowData change : changes) {
                write.write(new FlinkRowWrapper(change));
            }
            commit.commit(write.prepareCommit());
        }
    }

    private List<RowData> read(Table table, Path scratch) throws Exception {
        ReadBuilder builder = table.newReadBuilder();
        RowFormat format = new RowFormat(TestSink.rowType(this.table));
        List<RowData> rows = new ArrayList<>();
        try (var reader = builder.newRead()
                .withIOManager(IOManager.create(scratch.toString()))
                .createReader(builder.newScan().plan())) {
            reader.forEachRemaining(row -> rows.add(format.copy(new FlinkRowData(row))));
        }
        return rows;
    }
}
