package io.elt.unittest.flink;

import io.elt.unittest.Delivery;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

import java.util.List;
import java.util.Map;

/**
 * A table that tested files write, and what becomes of the changes that are written to it.
 *
 * @param options as its file declares them
 * @param lake where Paimon's own tables of this kind are made; null for a table that is not in a lake
 */
record WrittenTable(TestTable table, Map<String, String> options, RealTables lake) {
    /** Options of Paimon with which a table keeps something else than the last row of each key. */
    private static final List<String> NOT_LAST_ROW = List.of(
            "sequence.",
            "rowkind.field",
            "ignore-delete",
            "ignore-update-before",
            "deduplicate.",
            "fields.",
            "partial-update.",
            "aggregation.",
            "first-row.",
            "record-level.");

    WrittenTable {
        options = Map.copyOf(options);
    }

    /** What the table holds in the end. */
    List<RowData> rows(List<RowData> changes) {
        return keepsLastRow() ? TableContent.of(table, changes).rows() : new LakeContent(lake, this).rows(changes);
    }

    /**
     * What a job sees that reads the table from its beginning.
     *
     * @param delivery the kinds of changes that it sees
     */
    List<RowData> delivered(List<RowData> changes, Delivery delivery) {
        if (!keepsLastRow()
                || delivery == Delivery.APPEND && !table.primaryKey().isEmpty()) {
            // The job that comes later finds the table as it is by then.
            return rows(changes);
        }
        if (options.getOrDefault("changelog-producer", "none").equals("input")) {
            return changes;
        }
        List<RowData> told = TableContent.of(table, changes).changelog();
        if (delivery == Delivery.CHANGELOG && "true".equals(options.get("changelog-producer.row-deduplicate"))) {
            return withoutRepeats(told);
        }
        return told.stream().filter(change -> delivery.has(change.getRowKind())).toList();
    }

    private static List<RowData> withoutRepeats(List<RowData> told) {
        java.util.ArrayList<RowData> kept = new java.util.ArrayList<>();
        for (RowData change : told) {
            boolean repeats = change.getRowKind() == RowKind.UPDATE_AFTER
                    && TableContent.as(RowKind.UPDATE_BEFORE, (GenericRowData) change)
                            .equals(kept.get(kept.size() - 1));
            if (repeats) {
                kept.remove(kept.size() - 1);
                continue;
            }
            kept.add(change);
        }
        return kept;
    }

    private boolean keepsLastRow() {
        boolean lastRow = options.getOrDefault("merge-engine", "deduplicate").equals("deduplicate")
                && options.keySet().stream()
                        .noneMatch(key -> NOT_LAST_ROW.stream().anyMatch(key::startsWith));
        return lake == null || table.primaryKey().isEmpty() || lastRow;
    }
}
