package io.elt.lake;

import io.elt.plan.Column;
import io.elt.plan.Table;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.flink.LogicalTypeConversion;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.schema.SchemaManager;
import org.apache.paimon.schema.SchemaValidation;
import org.apache.paimon.schema.TableSchema;
import org.apache.paimon.types.DataType;
import org.apache.paimon.utils.LazyField;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds how a table of the lake differs from its definition. */
final class TableComparison {
    /** What a type is called that the watermark of its table goes by. */
    private static final String EVENT_TIME = " *ROWTIME*";

    /** Options that Paimon keeps with a table and nobody writes. */
    private static final Set<String> OWN = Set.of("path", "owner", "connector");

    private static final String FLINK_SCHEMA = "schema.";

    private final Table wanted;
    private final Set<String> defaults;
    private final boolean written;
    private final List<SchemaChange> changes = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private TableSchema schema;

    private TableComparison(Table wanted, TableSchema schema, Set<String> defaults, boolean written) {
        this.wanted = wanted;
        this.schema = schema;
        this.defaults = defaults;
        this.written = written;
    }

    /**
     * @param defaults names of the options that the catalog gives to each table
     * @param written whether anything was ever written to the table
     */
    static Alteration compare(Table wanted, TableSchema schema, Set<String> defaults, boolean written) {
        TableComparison comparison = new TableComparison(wanted, schema, defaults, written);
        comparison.key();
        comparison.columns();
        comparison.options();
        comparison.validate();
        return new Alteration(wanted.name(), comparison.changes, comparison.words, comparison.refusals);
    }

    private void key() {
        if (!schema.primaryKeys().equals(wanted.primaryKey())) {
            refusals.add("its primary key is " + key(schema.primaryKeys()) + " there and " + key(wanted.primaryKey())
                    + " in the file");
        }
    }

    private void columns() {
        Map<String, DataType> there = new LinkedHashMap<>();
        schema.fields().forEach(field -> there.put(field.name(), field.type()));
        String before = null;
        for (Column column : wanted.columns()) {
            DataType type = type(column);
            DataType now = there.remove(column.name());
            if (now == null) {
                add(column, type, before);
            } else if (!now.equals(type)) {
                retype(column, now, type);
            }
            before = column.name();
        }
        there.keySet().forEach(name -> refusals.add("column " + name + " is there and not in the file"));
        List<String> order = wanted.columns().stream().map(Column::name).toList();
        if (refusals.isEmpty() && !schema.fieldNames().equals(order)) {
            refusals.add("its columns stand in another order there");
        }
    }

    private void add(Column column, DataType type, String before) {
        if (!type.isNullable()) {
            refusals.add("column " + column.name()
                    + " is new and NOT NULL, and the rows that are there have no value for it");
            return;
        }
        SchemaChange.Move place = before == null
                ? SchemaChange.Move.first(column.name())
                : SchemaChange.Move.after(column.name(), before);
        attempt(
                SchemaChange.addColumn(column.name(), type, null, place),
                "column " + column.name() + " " + column.type() + " is new");
    }

    private void retype(Column column, DataType now, DataType type) {
        String difference = "column " + column.name() + " is " + now + " there and " + column.type() + " in the file";
        if (now.copy(true).equals(type.copy(true))) {
            attempt(SchemaChange.updateColumnNullability(column.name(), type.isNullable()), difference);
            return;
        }
        if (now.isNullable() && !type.isNullable() || !Widening.isLossless(now, type)) {
            refusals.add(difference);
            return;
        }
        attempt(SchemaChange.updateColumnType(column.name(), type), difference);
    }

    private void options() {
        Map<String, String> there = schema.options();
        Set<String> keys = new TreeSet<>(there.keySet());
        keys.addAll(wanted.options().keySet());
        for (String key : keys) {
            String value = wanted.options().get(key);
            if (isOwn(key) || value != null && value.equals(there.get(key))) {
                continue;
            }
            if (value == null) {
                if (!defaults.contains(key)) {
                    attempt(
                            SchemaChange.removeOption(key),
                            "option " + key + " is no longer set, it was " + there.get(key));
                }
                continue;
            }
            String now = there.containsKey(key) ? there.get(key) : "not set";
            attempt(SchemaChange.setOption(key, value), "option " + key + " is " + value + " now, it was " + now);
        }
    }

    /** Options that contradict each other show only when all are there. */
    private void validate() {
        try {
            SchemaValidation.validateTableSchema(schema);
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            refusals.add(e.getMessage());
        }
    }

    private static boolean isOwn(String key) {
        return OWN.contains(key) || key.startsWith(FLINK_SCHEMA);
    }

    /** Lets Paimon itself say whether a change is possible, on the table as it is after those before. */
    private void attempt(SchemaChange change, String said) {
        try {
            schema = SchemaManager.generateTableSchema(
                    schema,
                    List.of(change),
                    new LazyField<>(() -> written),
                    new LazyField<>(() -> Identifier.create(
                            wanted.name().database(), wanted.name().table())));
            changes.add(change);
            words.add(said);
        } catch (Catalog.ColumnAlreadyExistException
                | Catalog.ColumnNotExistException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException e) {
            refusals.add(said);
        }
    }

    private static DataType type(Column column) {
        String text = column.type().replace(EVENT_TIME, "");
        return LogicalTypeConversion.toDataType(LogicalTypeParser.parse(text, TableComparison.class.getClassLoader()));
    }

    private static String key(List<String> columns) {
        return columns.isEmpty() ? "missing" : "(" + String.join(", ", columns) + ")";
    }
}
