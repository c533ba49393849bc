package io.elt.unittest;

import io.elt.diagnostic.EltException;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The changes of one input, as its real table could deliver them. For a table with a key the rows that it holds are known, so
 * the old row of an update need not be given, and a change of a row that is not there is an error.
 */
final class GivenChanges {
    private final TestTable table;
    private final RowReader rows;
    private final List<Event> events = new ArrayList<>();
    private final Map<List<Object>, GenericRowData> held = new HashMap<>();
    private boolean oldRowTold;

    GivenChanges(TestTable table, RowReader rows) {
        this.table = table;
        this.rows = rows;
    }

    List<Event> events() {
        return events;
    }

    void add(Event watermark) {
        events.add(watermark);
    }

    void add(RowItem item) {
        if (!table.delivery().has(item.kind())) {
            throw wrong(
                    item,
                    TableTitle.of(table.name()) + " delivers no " + item.kind().shortString(),
                    table.delivery() == Delivery.APPEND
                            ? "it is a table of events: each row is a new one"
                            : "it does not tell old rows; write +U or -D only");
        }
        boolean isKnown = !table.primaryKey().isEmpty() && table.delivery() != Delivery.APPEND;
        if (!isKnown) {
            deliver(rows.whole(table, item, events.size()), item);
            return;
        }
        switch (item.kind()) {
            case INSERT -> insert(item);
            case UPDATE_BEFORE -> {
                deliver(take(item), item);
                oldRowTold = true;
            }
            case UPDATE_AFTER -> update(item);
            case DELETE -> deliver(take(item), item);
        }
    }

    private void insert(RowItem item) {
        GenericRowData row = rows.whole(table, item, events.size());
        if (held.put(key(row), row) != null) {
            throw wrong(
                    item,
                    TableTitle.of(table.name()) + " has a row with " + shown(row) + " already",
                    "write +U: {...} for a row that changes");
        }
        deliver(row, item);
    }

    private void update(RowItem item) {
        GenericRowData row = rows.whole(table, item, events.size());
        GenericRowData before = held.put(key(row), row);
        if (before == null && !oldRowTold) {
            held.remove(key(row));
            throw missing(item, row, "change");
        }
        if (before != null && table.delivery() == Delivery.CHANGELOG) {
            deliver(as(RowKind.UPDATE_BEFORE, before), item);
        }
        oldRowTold = false;
        deliver(row, item);
    }

    /** The row that goes: the key tells which, further columns must be as they are. */
    private GenericRowData take(RowItem item) {
        GenericRowData given = rows.own(table, item);
        List<Integer> positions = rows.ownPositions(table, item);
        if (!positions.containsAll(table.keyPositions())) {
            throw wrong(item, "the key (" + String.join(", ", table.primaryKey()) + ") is not given", "");
        }
        GenericRowData before = held.remove(key(given));
        if (before == null) {
            throw missing(item, given, "take away");
        }
        for (int position : positions) {
            if (!java.util.Objects.deepEquals(given.getField(position), before.getField(position))) {
                String column = table.columns().get(position).name();
                throw wrong(
                        item,
                        "the row with " + shown(given) + " has another " + column + " by then",
                        "leave the columns out that are not of the key");
            }
        }
        return as(item.kind(), before);
    }

    private void deliver(GenericRowData row, RowItem item) {
        events.add(new Event.Change(table.name(), row, item.span()));
    }

    private List<Object> key(GenericRowData row) {
        return table.keyPositions().stream().map(row::getField).toList();
    }

    private String shown(GenericRowData row) {
        return table.keyPositions().stream()
                .map(i -> table.columns().get(i).name() + "=" + row.getField(i))
                .collect(Collectors.joining(", "));
    }

    private EltException missing(RowItem item, GenericRowData row, String verb) {
        return TestFileErrors.change(
                        TableTitle.of(table.name()) + " has no row with " + shown(row) + " to " + verb, item.span())
                .toException();
    }

    private static EltException wrong(RowItem item, String message, String hint) {
        var problem = TestFileErrors.change(message, item.span());
        return (hint.isEmpty() ? problem : problem.withHint(hint)).toException();
    }

    private static GenericRowData as(RowKind kind, GenericRowData row) {
        GenericRowData copy = new GenericRowData(kind, row.getArity());
        for (int i = 0; i < row.getArity(); i++) {
            copy.setField(i, row.getField(i));
        }
        return copy;
    }
}
