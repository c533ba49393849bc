package io.elt.deployment;

import io.elt.lake.LakeCatalogs;
import io.elt.plan.FileAddress;
import io.elt.plan.TableName;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.consumer.Consumer;
import org.apache.paimon.consumer.ConsumerManager;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.reader.RecordReader;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.table.sink.BatchWriteBuilder;
import org.apache.paimon.table.source.ReadBuilder;
import org.apache.paimon.types.DataTypes;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Real tables of an id and a word in a folder. */
public final class TestLake implements AutoCloseable {
    public final Map<String, Map<String, String>> properties;
    final LakeCatalogs catalogs;

    public TestLake(Path folder) {
        this.properties = Map.of(
                "lake", Map.of("type", "paimon", "cache-enabled", "false", "warehouse", FileAddress.ofLake(folder)));
        this.catalogs = new LakeCatalogs(properties);
    }

    public TableName create(String name, Map<String, String> options) throws Exception {
        Schema.Builder schema = Schema.newBuilder()
                .column("id", DataTypes.INT())
                .column("word", DataTypes.STRING())
                .primaryKey("id")
                .option("bucket", "1");
        options.forEach(schema::option);
        Catalog catalog = catalogs.catalog("lake");
        catalog.createDatabase("l", true);
        catalog.createTable(Identifier.create("l", name), schema.build(), false);
        return new TableName("lake", "l", name);
    }

    public FileStoreTable table(TableName name) {
        return catalogs.table(name).orElseThrow();
    }

    public void write(TableName name, int id, String word) throws Exception {
        FileStoreTable table = table(name);
        GenericRow row = new GenericRow(table.rowType().getFieldCount());
        row.setField(0, id);
        row.setField(1, BinaryString.fromString(word));
        BatchWriteBuilder builder = table.newBatchWriteBuilder();
        try (BatchTableWrite write = builder.newWrite();
                BatchTableCommit commit = builder.newCommit()) {
            write.write(row);
            commit.commit(write.prepareCommit());
        }
    }

    Map<Integer, String> rows(TableName name) throws Exception {
        ReadBuilder builder = table(name).newReadBuilder();
        Map<Integer, String> rows = new TreeMap<>();
        try (RecordReader<InternalRow> reader =
                builder.newRead().createReader(builder.newScan().plan())) {
            reader.forEachRemaining(
                    row -> rows.put(row.getInt(0), row.getString(1).toString()));
        }
        return rows;
    }

    void readerIsAt(TableName name, String consumer, long next) {
        FileStoreTable table = table(name);
        new ConsumerManager(table.fileIO(), table.location()).resetConsumer(consumer, new Consumer(next));
    }

    @Override
    public void close() {
        catalogs.close();
    }
}
