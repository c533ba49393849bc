package io.elt.unittest.variation;

import io.elt.diagnostic.SourceSpan;
import io.elt.plan.TableName;
import io.elt.unittest.Delivery;
import io.elt.unittest.Event;
import io.elt.unittest.TestColumn;
import io.elt.unittest.TestTable;
import io.elt.unittest.TestTable.Rowtime;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.types.RowKind;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes tables, rows and events of cases in few words. */
final class Given {
    static final SourceSpan SPAN = SourceSpan.at("tests/case.yaml", 1, 3);

    private Given() {}

    /**
     * @param columns such as {@code id INT, word STRING}
     * @param key such as {@code id}, or nothing
     */
    static TestTable table(String name, String columns, String key, Delivery delivery) {
        List<TestColumn> parsed = Arrays.stream(columns.split(", (?=[a-z])"))
                .map(column -> column.split(" ", 2))
                .map(parts -> new TestColumn(parts[0], LogicalTypeParser.parse(parts[1], Given.class.getClassLoader())))
                .toList();
        return new TestTable(
                new TableName("lake", "l", name),
                parsed,
                key.isEmpty() ? List.of() : List.of(key.split(", ")),
                delivery,
                false,
                Optional.empty());
    }

    static TestTable repeating(TestTable table) {
        return new TestTable(
                table.name(), table.columns(), table.primaryKey(), table.delivery(), true, table.rowtime());
    }

    static TestTable withTime(TestTable table, String column, String watermark) {
        return new TestTable(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.delivery(),
                table.repeats(),
                Optional.of(new Rowtime(column, watermark)));
    }

    static Event add(TestTable table, Object... cells) {
        return change(RowKind.INSERT, table, cells);
    }

    static Event delete(TestTable table, Object... cells) {
        return change(RowKind.DELETE, table, cells);
    }

    static Event before(TestTable table, Object... cells) {
        return change(RowKind.UPDATE_BEFORE, table, cells);
    }

    static Event after(TestTable table, Object... cells) {
        return change(RowKind.UPDATE_AFTER, table, cells);
    }

    static Event watermark(TestTable table, String time) {
        return new Event.Watermark(table.name(), Instant.parse(time + "Z"), SPAN);
    }

    private static Event change(RowKind kind, TestTable table, Object... cells) {
        GenericRowData row = (GenericRowData) row(table, cells);
        row.setRowKind(kind);
        return new Event.Change(table.name(), row, SPAN);
    }

    static RowData row(TestTable table, Object... cells) {
        GenericRowData row = new GenericRowData(cells.length);
        for (int i = 0; i < cells.length; i++) {
            row.setField(i, cell(table.columns().get(i).type(), cells[i]));
        }
        return row;
    }

    private static Object cell(LogicalType type, Object cell) {
        if (cell == null) {
            return null;
        }
        return switch (type.getTypeRoot()) {
            case VARCHAR -> StringData.fromString((String) cell);
            case DATE -> (int) LocalDate.parse((String) cell).toEpochDay();
            case TIMESTAMP_WITHOUT_TIME_ZONE -> TimestampData.fromLocalDateTime(LocalDateTime.parse((String) cell));
            case DECIMAL -> DecimalData.fromBigDecimal(new BigDecimal((String) cell), 10, 2);
            default -> cell;
        };
    }

    /** The first cells of the events, in their order: {@code a1 a2 b1}. */
    static String names(List<Event> events) {
        return events.stream().map(Given::name).collect(Collectors.joining(" "));
    }

    private static String name(Event event) {
        String table = event.table().table();
        return event instanceof Event.Change change ? table + ((GenericRowData) change.row()).getField(0) : table + "W";
    }

    static String bundleNames(List<Bundle> bundles) {
        List<Event> events = new ArrayList<>();
        bundles.forEach(bundle -> events.addAll(bundle.events()));
        return names(events);
    }
}
