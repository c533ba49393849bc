package io.elt.cli.run;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as Flink and the MySQL driver give them, as cells that can be printed; times the way SQL writes them. */
final class QueryCells {
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private QueryCells() {}

    /**
     * @param types of the columns; they know the names of what is nested
     */
    static List<Object> of(Row row, List<LogicalType> types) {
        List<Object> cells = new ArrayList<>(row.getArity());
        for (int i = 0; i < row.getArity(); i++) {
            cells.add(of(row.getField(i), types.get(i)));
        }
        return cells;
    }

    static List<Object> of(List<Object> row) {
        List<Object> cells = new ArrayList<>(row.size());
        row.forEach(value -> cells.add(of(value)));
        return cells;
    }

    private static Object of(Object value, LogicalType type) {
        if (value instanceof Row row && type instanceof RowType rowType) {
            Map<String, Object> cells = new LinkedHashMap<>();
            List<Object> fields = of(row, rowType.getChildren());
            for (int i = 0; i < fields.size(); i++) {
                cells.put(rowType.getFieldNames().get(i), fields.get(i));
            }
            return cells;
        }
        if (value instanceof Object[] items && type instanceof ArrayType array) {
            List<Object> cells = new ArrayList<>(items.length);
            Arrays.stream(items).forEach(item -> cells.add(of(item, array.getElementType())));
            return cells;
        }
        if (value instanceof Map<?, ?> entries && type instanceof MapType map) {
            Map<Object, Object> cells = new LinkedHashMap<>();
            entries.forEach((key, entry) -> cells.put(of(key, map.getKeyType()), of(entry, map.getValueType())));
            return cells;
        }
        return of(value);
    }

    private static Object of(Object value) {
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value instanceof LocalDateTime time) {
            return TIMESTAMP.format(time);
        }
        if (value instanceof Instant instant) {
            // An instant has no zone of its own; the letter says which one it is shown in.
            return TIMESTAMP.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
        }
        if (value instanceof Timestamp time) {
            return TIMESTAMP.format(time.toLocalDateTime());
        }
        if (value instanceof Date || value instanceof Time) {
            return value.toString();
        }
        return value;
    }
}
