package io.elt.lake;

import io.elt.plan.Column;
import io.elt.plan.Table;
import io.elt.plan.TableName;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.Decimal;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What a changed definition does to a real table with a row in it. */
class LakeTablesTest {
    private static final TableName NAME = new TableName("lake", "ods", "account");
    private static final Identifier ID = Identifier.create("ods", "account");
    private static final List<Column> COLUMNS = List.of(
            new Column("id", "INT NOT NULL"),
            new Column("word", "VARCHAR(10)"),
            new Column("balance", "DECIMAL(10, 2)"),
            new Column("opened", "TIMESTAMP(3)"));
    private static final Map<String, String> OPTIONS = Map.of("bucket", "1", "snapshot.time-retained", "1 h");

    @TempDir
    private Path warehouse;

    private Catalog catalog;
    private LakeTables lake;

    @BeforeEach
    void makeTable() throws Exception {
        Map<String, String> properties = Map.of(
                "type", "paimon",
                "warehouse", warehouse.toUri().toString(),
                "cache-enabled", "false",
                "table-default.write-buffer-size", "16 mb");
        catalog = CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(properties)));
        catalog.createDatabase("ods", false);
        Schema schema = Schema.newBuilder()
                .column("id", DataTypes.INT().notNull())
                .column("word", DataTypes.VARCHAR(10))
                .column("balance", DataTypes.DECIMAL(10, 2))
                .column("opened", DataTypes.TIMESTAMP(3))
                .primaryKey("id")
                .options(OPTIONS)
                .build();
        catalog.createTable(ID, schema, false);
        lake = new LakeTables(Map.of("lake", properties));
    }

    @AfterEach
    void close() throws Exception {
        lake.close();
        catalog.close();
    }

    @Test
    void whatIsAsDefinedIsLeftAlone() throws Exception {
        assertThat(alteration(COLUMNS, OPTIONS).isNothing()).isTrue();
        writeARow();
        assertThat(alteration(COLUMNS, OPTIONS).isNothing()).isTrue();
    }

    @Test
    void whatIsNotThereYetIsNoAlteration() {
        Table other = new Table(new TableName("lake", "ods", "other"), COLUMNS, List.of("id"), OPTIONS);
        Table served = new Table(new TableName("starrocks", "ads", "account"), COLUMNS, List.of("id"), OPTIONS);
        assertThat(lake.alteration(other)).isEqualTo(Optional.empty());
        assertThat(lake.alteration(served)).isEqualTo(Optional.empty());
    }

    @Test
    void aNewColumnComesWhereTheFileHasIt() throws Exception {
        writeARow();
        List<Column> columns = new ArrayList<>(COLUMNS);
        columns.add(1, new Column("branch", "STRING"));
        columns.add(new Column("closed", "BOOLEAN"));

        Alteration alteration = alteration(columns, OPTIONS);

        assertThat(alteration.refusals()).isEmpty();
        assertThat(alteration.words()).containsExactly("column branch STRING is new", "column closed BOOLEAN is new");
        lake.apply(alteration);
        assertThat(table().schema().fieldNames())
                .containsExactly("id", "branch", "word", "balance", "opened", "closed");
        assertThat(alteration(columns, OPTIONS).isNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word|VARCHAR(20)",
                "word|STRING",
                "balance|DECIMAL(12, 2)",
                "balance|DECIMAL(12, 4)",
                "opened|TIMESTAMP(6)",
                "id|BIGINT NOT NULL"
            })
    void aWiderTypeIsTakenUnlessItIsAKeys(String name, String type) throws Exception {
        writeARow();
        Alteration alteration = alteration(retyped(name, type), OPTIONS);

        if (name.equals("id")) {
            assertThat(alteration.refusals())
                    .as("Paimon does not change keys")
                    .containsExactly("column id is INT NOT NULL there and BIGINT NOT NULL in the file");
            return;
        }
        assertThat(alteration.refusals()).isEmpty();
        assertThat(alteration.words()).singleElement().asString().contains("column " + name + " is ", type);
        lake.apply(alteration);
        assertThat(alteration(retyped(name, type), OPTIONS).isNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word|VARCHAR(5)",
                "word|INT",
                "word|STRING NOT NULL",
                "balance|DECIMAL(10, 4)",
                "balance|DECIMAL(10, 0)",
                "balance|DOUBLE",
                "balance|STRING",
                "opened|TIMESTAMP(0)",
                "opened|TIMESTAMP_LTZ(3)",
                "opened|DATE"
            })
    void whatWouldLoseSomethingIsRefused(String name, String type) throws Exception {
        writeARow();
        Alteration alteration = alteration(retyped(name, type), OPTIONS);

        assertThat(alteration.isRefused()).isTrue();
        assertThat(alteration.refusals()).singleElement().asString().contains("column " + name + " is ", type);
    }

    @Test
    void removedRenamedAndMovedColumnsAreRefused() throws Exception {
        writeARow();
        assertThat(alteration(COLUMNS.subList(0, 3), OPTIONS).refusals())
                .containsExactly("column opened is there and not in the file");
        List<Column> renamed = new ArrayList<>(COLUMNS);
        renamed.set(1, new Column("name", "VARCHAR(10)"));
        assertThat(alteration(renamed, OPTIONS).refusals()).containsExactly("column word is there and not in the file");
        assertThat(alteration(List.of(COLUMNS.get(0), COLUMNS.get(2), COLUMNS.get(1), COLUMNS.get(3)), OPTIONS)
                        .refusals())
                .containsExactly("its columns stand in another order there");
        List<Column> required = new ArrayList<>(COLUMNS);
        required.add(new Column("branch", "STRING NOT NULL"));
        assertThat(alteration(required, OPTIONS).refusals())
                .singleElement()
                .asString()
                .contains("branch", "NOT NULL");
    }

    @Test
    void anotherKeyIsRefused() {
        Table table = new Table(NAME, COLUMNS, List.of("id", "word"), OPTIONS);
        assertThat(lake.alteration(table).orElseThrow().refusals())
                .contains("its primary key is (id) there and (id, word) in the file");
        Table without = new Table(NAME, COLUMNS, List.of(), OPTIONS);
        assertThat(lake.alteration(without).orElseThrow().refusals())
                .contains("its primary key is (id) there and missing in the file");
    }

    @Test
    void optionsFollowTheFileAndTheCatalogsDefaultsStay() throws Exception {
        writeARow();
        Map<String, String> options = Map.of("bucket", "1", "snapshot.num-retained.max", "70");

        Alteration alteration = alteration(COLUMNS, options);

        assertThat(alteration.words())
                .containsExactly(
                        "option snapshot.num-retained.max is 70 now, it was not set",
                        "option snapshot.time-retained is no longer set, it was 1 h");
        lake.apply(alteration);
        assertThat(table().schema().options())
                .containsEntry("snapshot.num-retained.max", "70")
                .containsEntry("write-buffer-size", "16 mb")
                .doesNotContainKey("snapshot.time-retained");
        assertThat(alteration(COLUMNS, options).isNothing()).isTrue();
    }

    @Test
    void anOptionThatDecidesHowFilesLieIsRefusedAndNothingElseIsLost() throws Exception {
        writeARow();
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.put("merge-engine", "partial-update");

        Alteration alteration = alteration(COLUMNS, options);

        assertThat(alteration.refusals()).containsExactly("option merge-engine is partial-update now, it was not set");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.put("snapshot.num-retained.max", "7");

        assertThat(alteration(COLUMNS, options).refusals())
                .containsExactly("snapshot.num-retained.min should not be larger than snapshot.num-retained.max");
    }

    @Test
    void anEmptyTableTakesAnyOption() {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.put("merge-engine", "partial-update");

        Alteration alteration = alteration(COLUMNS, options);

        assertThat(alteration.refusals()).isEmpty();
        lake.apply(alteration);
        assertThat(alteration(COLUMNS, options).isNothing()).isTrue();
    }

    private Alteration alteration(List<Column> columns, Map<String, String> options) {
        return lake.alteration(new Table(NAME, columns, List.of("id"), options)).orElseThrow();
    }

    private static List<Column> retyped(String name, String type) {
        return COLUMNS.stream()
                .map(column -> column.name().equals(name) ? new Column(name, type) : column)
                .toList();
    }

    private FileStoreTable table() throws Exception {
        return (FileStoreTable) catalog.getTable(ID);
    }

    private void writeARow() throws Exception {
        var builder = table().newBatchWriteBuilder();
        try (BatchTableWrite write = builder.newWrite();
                BatchTableCommit commit = builder.newCommit()) {
            write.write(GenericRow.of(1, BinaryString.fromString("a"), Decimal.fromUnscaledLong(100, 10, 2), null));
            commit.commit(write.prepareCommit());
        }
    }
}
