package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import io.elt.unittest.Event.Change;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the values of one column NULL, or those that are long plain. All of them at once, so that what takes a row back still fits it. Keys,
 * and times, which the order of the input goes by, stay as they are.
 *
 * @param value internal form; null for NULL
 */
record Simplification(TestTable table, int column, Object value) {

    private static final int SHORT = 12;

    private static final double SMALL = 1_000;

    /** What the columns of the inputs allow. */
    static List<Simplification> of(Map<TableName, TestTable> inputs) {
        List<Simplification> found = new ArrayList<>();
        for (TestTable table : inputs.values()) {
            for (int i = 0; i < table.columns().size(); i++) {
                if (!table.keyPositions().contains(i)) {
                    int column = i;
                    plain(table.columns().get(i).type())
                            .forEach(value -> found.add(new Simplification(table, column, value.orElse(null))));
                }
            }
        }
        return found;
    }

    private static List<Optional<Object>> plain(LogicalType type) {
        List<Optional<Object>> values = new ArrayList<>();
        boolean isMoment = DataTimes.isMoment(type);
        if (type.isNullable() && !isMoment) {
            values.add(Optional.empty());
        }
        Optional<Object> one =
                switch (type.getTypeRoot()) {
                    case TINYINT -> Optional.of((byte) 1);
                    case SMALLINT -> Optional.of((short) 1);
                    case INTEGER -> Optional.of(1);
                    case BIGINT -> Optional.of(1L);
                    case DOUBLE -> Optional.of(1.0);
                    case FLOAT -> Optional.of(1f);
                    case DECIMAL -> one((DecimalType) type);
                    case VARCHAR -> Optional.of(StringData.fromString("a"));
                    default -> Optional.empty();
                };
        one.ifPresent(value -> values.add(Optional.of(value)));
        return values;
    }

    private static Optional<Object> one(DecimalType type) {
        return Optional.ofNullable(DecimalData.fromBigDecimal(BigDecimal.ONE, type.getPrecision(), type.getScale()));
    }

    /** The bundle with the simpler value; the very same if it has none to simplify. */
    Bundle apply(Bundle bundle) {
        if (!bundle.table().equals(table.name())) {
            return bundle;
        }
        List<Event> events = bundle.events().stream().map(this::apply).collect(Collectors.toList());
        return events.equals(bundle.events()) ? bundle : new Bundle(bundle.number(), bundle.table(), events);
    }

    /** A short word says more than an {@code a}, and a small number is as good as a one. */
    private static boolean isPlain(Object cell) {
        if (cell instanceof StringData text) {
            return text.toString().length() <= SHORT;
        }
        double number = cell instanceof DecimalData decimal
                ? decimal.toBigDecimal().doubleValue()
                : ((Number) cell).doubleValue();
        return Math.abs(number) <= SMALL;
    }

    private Event apply(Event event) {
        if (!(event instanceof Change change)) {
            return event;
        }
        RowData row = change.row();
        Object before = Cells.at(table, row, column);
        if (before == null || (value != null && isPlain(before))) {
            return event;
        }
        GenericRowData simpler = new GenericRowData(row.getRowKind(), row.getArity());
        for (int i = 0; i < row.getArity(); i++) {
            simpler.setField(i, i == column ? value : Cells.at(table, row, i));
        }
        return new Change(change.table(), simpler, change.span());
    }
}
