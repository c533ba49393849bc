package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.KeyModel;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.store.Merge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the fields of one row after the other, in the order of the table's columns. */
final class RowBuilder {
    /** The field {@code __op}. */
    static final int OPERATION = -2;
    /** A field that the table has not. */
    static final int UNKNOWN = -1;

    private final Table table;
    private final ValueReader[] readers;
    private final Map<String, Integer> positions = new HashMap<>();
    private Object[] values;
    private boolean[] given;
    private Operation operation = Operation.UPSERT;
    private RejectedRow problem;

    RowBuilder(Table table) {
        this.table = table;
        this.readers = table.columns().stream().map(ValueReader::new).toArray(ValueReader[]::new);
        for (int i = 0; i < readers.length; i++) {
            positions.put(readers[i].column().name(), i);
            positions.putIfAbsent(readers[i].column().name().toLowerCase(Locale.ROOT), i);
        }
        if (table.model() == KeyModel.PRIMARY) {
            positions.put(Merge.OPERATION, OPERATION);
        }
        start();
    }

    int position(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            position = positions.getOrDefault(field.toLowerCase(Locale.ROOT), UNKNOWN);
            positions.put(field, position);
        }
        return position;
    }

    /** Checks the columns that a load names. */
    List<String> require(List<String> columns) throws LoadException {
        for (String column : columns) {
            if (position(column) == UNKNOWN) {
                throw LoadException.failed("unknown column '" + column + "' in table " + table.name()
                        + (column.equals(Merge.OPERATION) ? ", which is no primary key table" : ""));
            }
        }
        return columns;
    }

    void start() {
        values = new Object[readers.length];
        given = new boolean[readers.length];
        operation = Operation.UPSERT;
        problem = null;
    }

    boolean isJson(int position) {
        return position >= 0 && readers[position].column().type().name() == io.elt.local.starrocks.model.TypeName.JSON;
    }

    boolean isText(int position) {
        return position >= 0 && readers[position].column().type().name().isText();
    }

    /** A field with a text; the first problem of a row is kept until it ends. */
    void put(int position, String text) {
        if (position == UNKNOWN || problem != null) {
            return;
        }
        try {
            if (position == OPERATION) {
                operation = Operation.parse(text);
                return;
            }
            given[position] = true;
            values[position] = readers[position].read(text);
        } catch (RejectedRow rejected) {
            problem = rejected;
        }
    }

    void putNull(int position) {
        if (position < 0 || problem != null) {
            return;
        }
        given[position] = true;
        values[position] = null;
    }

    void reject(String reason) {
        problem = problem == null ? RejectedRow.malformed(reason) : problem;
    }

    Operation operation() {
        return operation;
    }

    /** The finished row. A delete needs only its key. */
    Object[] finish() throws RejectedRow {
        if (problem != null) {
            throw problem;
        }
        for (int i = 0; i < readers.length; i++) {
            if (values[i] != null) {
                continue;
            }
            if (operation == Operation.DELETE && !table.isKey(readers[i].column())) {
                continue;
            }
            values[i] = given[i] ? readers[i].absent() : readers[i].missing();
        }
        return values;
    }
}
