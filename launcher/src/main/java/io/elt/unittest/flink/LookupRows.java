package io.elt.unittest.flink;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a table that is looked up, as of now. */
final class LookupRows {
    private final int[] key;
    private final List<GenericRowData> rows = new ArrayList<>();

    /**
     * @param key positions of the table's primary key, empty without one
     */
    LookupRows(int[] key) {
        this.key = key.clone();
    }

    void apply(RowData change) {
        GenericRowData row = (GenericRowData) change;
        switch (row.getRowKind()) {
            case INSERT, UPDATE_AFTER -> {
                if (key.length > 0) {
                    rows.removeIf(held -> sameKey(held, row));
                }
                rows.add(inserted(row));
            }
            case UPDATE_BEFORE, DELETE -> {
                if (key.length > 0) {
                    rows.removeIf(held -> sameKey(held, row));
                    return;
                }
                rows.remove(inserted(row));
            }
        }
    }

    List<RowData> find(int[] positions, Object[] values) {
        List<RowData> found = new ArrayList<>();
        for (GenericRowData row : rows) {
            boolean matches = true;
            for (int i = 0; i < positions.length; i++) {
                matches &= values[i] != null && values[i].equals(row.getField(positions[i]));
            }
            if (matches) {
                found.add(row);
            }
        }
        return found;
    }

    private boolean sameKey(GenericRowData left, GenericRowData right) {
        return Arrays.stream(key).allMatch(i -> java.util.Objects.equals(left.getField(i), right.getField(i)));
    }

    private static GenericRowData inserted(GenericRowData row) {
        GenericRowData copy = new GenericRowData(RowKind.INSERT, row.getArity());
        for (int i = 0; i < row.getArity(); i++) {
            copy.setField(i, row.getField(i));
        }
        return copy;
    }
}
