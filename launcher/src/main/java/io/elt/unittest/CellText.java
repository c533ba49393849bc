package io.elt.unittest;

import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Cells as people read them, and as a case can hold them if they stand alone. */
public final class CellText {
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final ZoneId zone;

    public CellText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param position of the column
     */
    public String of(TestTable table, RowData row, int position) {
        LogicalType type = table.columns().get(position).type();
        return of(type, RowData.createFieldGetter(type, position).getFieldOrNull(row));
    }

    private String of(LogicalType type, Object cell) {
        if (cell == null) {
            return "NULL";
        }
        return switch (type.getTypeRoot()) {
            case DATE -> LocalDate.ofEpochDay((Integer) cell).toString();
            case TIME_WITHOUT_TIME_ZONE ->
                LocalTime.ofNanoOfDay((Integer) cell * 1_000_000L).toString();
            case TIMESTAMP_WITHOUT_TIME_ZONE -> TIMESTAMP.format(((TimestampData) cell).toLocalDateTime());
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> local(((TimestampData) cell).toInstant());
            case DECIMAL -> ((DecimalData) cell).toBigDecimal().toPlainString();
            case BINARY, VARBINARY -> bytes((byte[]) cell);
            case ARRAY -> array((ArrayType) type, (ArrayData) cell);
            case MAP -> map((MapType) type, (MapData) cell);
            case ROW -> row((RowType) type, (RowData) cell);
            default -> cell.toString();
        };
    }

    private String local(Instant instant) {
        return TIMESTAMP.format(LocalDateTime.ofInstant(instant, zone));
    }

    private static String bytes(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().noneMatch(Character::isISOControl) && !text.startsWith("0x")) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // Not a text.
        }
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    private String array(ArrayType type, ArrayData array) {
        ArrayData.ElementGetter getter = ArrayData.createElementGetter(type.getElementType());
        List<String> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(of(type.getElementType(), getter.getElementOrNull(array, i)));
        }
        return items.toString();
    }

    private String map(MapType type, MapData map) {
        ArrayData.ElementGetter keys = ArrayData.createElementGetter(type.getKeyType());
        ArrayData.ElementGetter values = ArrayData.createElementGetter(type.getValueType());
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < map.size(); i++) {
            entries.add(of(type.getKeyType(), keys.getElementOrNull(map.keyArray(), i)) + ": "
                    + of(type.getValueType(), values.getElementOrNull(map.valueArray(), i)));
        }
        entries.sort(null);
        return "{" + String.join(", ", entries) + "}";
    }

    private String row(RowType type, RowData row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < type.getFieldCount(); i++) {
            fields.add(type.getFieldNames().get(i) + ": "
                    + of(
                            type.getTypeAt(i),
                            RowData.createFieldGetter(type.getTypeAt(i), i).getFieldOrNull(row)));
        }
        return "{" + String.join(", ", fields) + "}";
    }
}
