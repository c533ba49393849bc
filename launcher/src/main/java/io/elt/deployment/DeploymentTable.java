package io.elt.deployment;

import io.elt.plan.TableName;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericArray;
import org.apache.paimon.data.GenericMap;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.data.InternalArray;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.data.Timestamp;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.types.DataType;
import org.apache.paimon.types.DataTypes;
import org.apache.paimon.types.RowType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a deployment is a row. Columns are found by their names: a table that an older or a newer elt created has others, too.
 */
final class DeploymentTable {
    private static final DataType TEXT = DataTypes.STRING();
    private static final DataType TEXTS = DataTypes.MAP(DataTypes.STRING().notNull(), DataTypes.STRING());

    static final List<String> KEY = List.of("project", "target", "job", "id");

    /** What tells one entry from another, and what it has left. */
    static final Set<String> OUTLINE =
            Set.of("project", "target", "job", "id", "action", "deployed_at", "restored_from", "savepoint", "tags");

    private DeploymentTable() {}

    static Schema schema() {
        Schema.Builder schema = Schema.newBuilder().comment("What elt has deployed, one row each time");
        columns().forEach((name, type) -> schema.column(name, type));
        return schema.primaryKey(KEY)
                .option("bucket", "1")
                .option("write-buffer-size", "8 mb")
                // Who compacts while another one does fails and starts again: seldom is enough for so few rows.
                .option("num-sorted-run.compaction-trigger", "20")
                .build();
    }

    /** In order; all but the key may be missing in a table of another version. */
    static Map<String, DataType> columns() {
        Map<String, DataType> columns = new LinkedHashMap<>();
        KEY.forEach(key -> columns.put(key, TEXT.notNull()));
        columns.put("action", TEXT);
        columns.put("deployed_at", DataTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE(3));
        columns.put("deployed_by", TEXT);
        columns.put("host", TEXT);
        columns.put("git_commit", TEXT);
        columns.put("git_dirty", DataTypes.BOOLEAN());
        columns.put("versions", TEXTS);
        columns.put("statements", DataTypes.ARRAY(TEXT));
        columns.put("settings", TEXTS);
        columns.put("operators", TEXT);
        columns.put("fingerprint", TEXT);
        columns.put("restored_from", TEXT);
        columns.put("savepoint", TEXT);
        columns.put("tags", TEXTS);
        columns.put("next_snapshots", DataTypes.MAP(DataTypes.STRING().notNull(), DataTypes.BIGINT()));
        return columns;
    }

    static GenericRow row(Deployment deployment, RowType type) {
        Map<String, Object> cells = cells(deployment);
        GenericRow row = new GenericRow(type.getFieldCount());
        for (int i = 0; i < type.getFieldCount(); i++) {
            row.setField(i, cells.get(type.getFieldNames().get(i)));
        }
        return row;
    }

    private static Map<String, Object> cells(Deployment deployment) {
        Map<String, Object> cells = new HashMap<>();
        Author author = deployment.author();
        Program program = deployment.program();
        Remains remains = deployment.remains();
        cells.put("project", text(deployment.project()));
        cells.put("target", text(deployment.target()));
        cells.put("job", text(deployment.job()));
        cells.put("id", text(deployment.id()));
        cells.put("action", text(deployment.action().text()));
        cells.put("deployed_at", Timestamp.fromEpochMillis(author.at().toEpochMilli()));
        cells.put("deployed_by", text(author.user()));
        cells.put("host", text(author.host()));
        author.commit().ifPresent(commit -> {
            cells.put("git_commit", text(commit.id()));
            cells.put("git_dirty", commit.dirty());
        });
        cells.put("versions", texts(author.versions()));
        cells.put(
                "statements",
                new GenericArray(
                        program.statements().stream().map(DeploymentTable::text).toArray()));
        cells.put("settings", texts(program.settings()));
        program.operators().ifPresent(operators -> cells.put("operators", text(OperatorsJson.write(operators))));
        cells.put("fingerprint", text(program.fingerprint()));
        remains.restoredFrom().ifPresent(path -> cells.put("restored_from", text(path)));
        remains.savepoint().ifPresent(path -> cells.put("savepoint", text(path)));
        Map<String, String> tags = new TreeMap<>();
        remains.tags().forEach((table, tag) -> tags.put(table.toString(), tag));
        cells.put("tags", texts(tags));
        Map<Object, Object> snapshots = new HashMap<>();
        remains.nextSnapshots().forEach((table, snapshot) -> snapshots.put(text(table.toString()), snapshot));
        cells.put("next_snapshots", new GenericMap(snapshots));
        return cells;
    }

    private static BinaryString text(String text) {
        return BinaryString.fromString(text);
    }

    private static GenericMap texts(Map<String, String> texts) {
        Map<Object, Object> entries = new HashMap<>();
        texts.forEach((key, value) -> entries.put(text(key), text(value)));
        return new GenericMap(entries);
    }

    static Deployment deployment(InternalRow row, RowType type) {
        Cells cells = new Cells(row, type);
        return new Deployment(
                cells.text("id").orElseThrow(),
                cells.text("project").orElseThrow(),
                cells.text("target").orElseThrow(),
                cells.text("job").orElseThrow(),
                Action.of(cells.text("action").orElse(Action.START.text())),
                new Author(
                        cells.instant("deployed_at"),
                        cells.text("deployed_by").orElse(""),
                        cells.text("host").orElse(""),
                        cells.text("git_commit").map(id -> new GitCommit(id, cells.isTrue("git_dirty"))),
                        cells.texts("versions")),
                new Program(
                        cells.list("statements"),
                        cells.texts("settings"),
                        cells.text("operators").flatMap(OperatorsJson::read),
                        cells.text("fingerprint").orElse("")),
                new Remains(
                        cells.text("restored_from"),
                        cells.text("savepoint"),
                        byTable(cells.texts("tags")),
                        byTable(cells.numbers("next_snapshots"))));
    }

    private static <T> Map<TableName, T> byTable(Map<String, T> named) {
        Map<TableName, T> result = new HashMap<>();
        named.forEach((name, value) -> result.put(TableName.of(List.of(name.split("\\.", 3))), value));
        return result;
    }

    /** The cells of a row by the names of their columns. */
    private record Cells(InternalRow row, RowType type) {
        private <T> Optional<T> cell(String name, Reader<T> reader) {
            int index = type.getFieldIndex(name);
            return index < 0 || row.isNullAt(index) ? Optional.empty() : Optional.of(reader.read(index));
        }

        Optional<String> text(String name) {
            return cell(name, index -> row.getString(index).toString());
        }

        boolean isTrue(String name) {
            return cell(name, row::getBoolean).orElse(false);
        }

        Instant instant(String name) {
            return cell(
                            name,
                            index -> Instant.ofEpochMilli(
                                    row.getTimestamp(index, 3).getMillisecond()))
                    .orElse(Instant.EPOCH);
        }

        List<String> list(String name) {
            return cell(name, row::getArray).map(Cells::texts).orElse(List.of());
        }

        Map<String, String> texts(String name) {
            Map<String, String> result = new HashMap<>();
            cell(name, row::getMap).ifPresent(map -> {
                List<String> keys = texts(map.keyArray());
                List<String> values = texts(map.valueArray());
                for (int i = 0; i < keys.size(); i++) {
                    result.put(keys.get(i), values.get(i));
                }
            });
            return result;
        }

        Map<String, Long> numbers(String name) {
            Map<String, Long> result = new HashMap<>();
            cell(name, row::getMap).ifPresent(map -> {
                List<String> keys = texts(map.keyArray());
                InternalArray values = map.valueArray();
                for (int i = 0; i < keys.size(); i++) {
                    result.put(keys.get(i), values.getLong(i));
                }
            });
            return result;
        }

        private static List<String> texts(InternalArray array) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                texts.add(array.getString(i).toString());
            }
            return texts;
        }

        private interface Reader<T> {
            T read(int index);
        }
    }
}
