package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Delivery;
import io.elt.unittest.Event.Change;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows whether a part of the input is still a changelog: a row is taken back only if it is there. A part that is none could
 * show a difference that is nobody's fault.
 */
final class Retractions {
    private final Map<TableName, TestTable> inputs;
    private final Set<Bundle> tolerated;

    private Retractions(Map<TableName, TestTable> inputs, Set<Bundle> tolerated) {
        this.inputs = inputs;
        this.tolerated = tolerated;
    }

    /**
     * @param bundles what the case gives; what is wrong with it is the case's own affair
     */
    static Retractions of(List<Bundle> bundles, Map<TableName, TestTable> inputs) {
        return new Retractions(inputs, unfounded(bundles, inputs));
    }

    boolean areFounded(List<Bundle> part) {
        return tolerated.containsAll(unfounded(part, inputs));
    }

    private static Set<Bundle> unfounded(List<Bundle> bundles, Map<TableName, TestTable> inputs) {
        Map<TableName, Content> there = new HashMap<>();
        Set<Bundle> unfounded = new HashSet<>();
        for (Bundle bundle : bundles) {
            Content content = there.computeIfAbsent(
                    bundle.table(), name -> new Content(inputs.get(name), new HashMap<>(), new HashMap<>()));
            for (Change change : bundle.changes()) {
                if (!content.apply(change.row())) {
                    unfounded.add(bundle);
                }
            }
        }
        return unfounded;
    }

    /** What a table holds: how often each row is there, and how many rows of each key; an upsert's rows are its keys. */
    private record Content(TestTable table, Map<List<Object>, Integer> rows, Map<List<Object>, Integer> keys) {

        /** Whether the change fits what is there. */
        boolean apply(RowData row) {
            int by = isRetraction(row.getRowKind()) ? -1 : 1;
            int same = rows.merge(cells(row), by, Integer::sum);
            int ofKey = keys.merge(Cells.key(table, row), by, Integer::sum);
            boolean oneOfAKey = table.delivery() == Delivery.CHANGELOG
                    && !table.primaryKey().isEmpty();
            return same >= 0 && (by < 0 || !oneOfAKey || ofKey == 1);
        }

        private List<Object> cells(RowData row) {
            if (table.delivery() == Delivery.UPSERT) {
                // A delete may carry the key alone.
                return Cells.key(table, row);
            }
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                cells.add(Cells.comparable(Cells.at(table, row, i)));
            }
            return cells;
        }
    }

    private static boolean isRetraction(RowKind kind) {
        return kind == RowKind.UPDATE_BEFORE || kind == RowKind.DELETE;
    }
}
