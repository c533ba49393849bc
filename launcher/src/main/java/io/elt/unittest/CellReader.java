package io.elt.unittest;

import io.elt.diagnostic.EltException;
import io.elt.project.Value;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads cells strictly by the types of their columns: a value that does not fit is an error, never rounded, cut or guessed. */
final class CellReader {
    private static final String HEXADECIMAL = "0x";

    private final ZoneId zone;

    /**
     * @param zone of times without one in TIMESTAMP_LTZ columns
     */
    CellReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @return the value in Flink's internal form, null for NULL
     */
    Object read(String column, LogicalType type, Value value) {
        if (value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.NOTHING) {
            if (!type.isNullable()) {
                throw wrong(column, type, value, "it is given NULL");
            }
            return null;
        }
        return switch (type.getTypeRoot()) {
            case ARRAY -> array(column, (ArrayType) type, value);
            case MAP -> map(column, (MapType) type, value);
            case ROW -> row(column, (RowType) type, value);
            default -> {
                if (!(value instanceof Value.Scalar scalar)) {
                    throw wrong(column, type, value, "it is given " + value.describe());
                }
                yield scalar(column, type, scalar);
            }
        };
    }

    private Object scalar(String column, LogicalType type, Value.Scalar value) {
        return switch (type.getTypeRoot()) {
            case CHAR, VARCHAR -> text(column, type, value);
            case BOOLEAN -> {
                if (value.kind() != Value.Kind.BOOLEAN) {
                    throw wrong(column, type, value, "it is given " + shown(value));
                }
                yield Boolean.valueOf(value.text().toLowerCase(java.util.Locale.ROOT));
            }
            case TINYINT -> (byte) integer(column, type, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SMALLINT -> (short) integer(column, type, value, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> (int) integer(column, type, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> integer(column, type, value, Long.MIN_VALUE, Long.MAX_VALUE);
            case DECIMAL -> decimal(column, (DecimalType) type, value);
            case FLOAT -> (float) floating(column, type, value);
            case DOUBLE -> floating(column, type, value);
            case DATE -> date(column, type, value);
            case TIME_WITHOUT_TIME_ZONE -> time(column, type, value);
            case TIMESTAMP_WITHOUT_TIME_ZONE, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> timestamp(column, type, value);
            case BINARY, VARBINARY -> bytes(column, type, value);
            default ->
                throw TestFileErrors.value(
                                "columns of type " + type.asSummaryString() + " cannot be written in a case",
                                value.span())
                        .withHint("leave " + column + " out: it is NULL then")
                        .toException();
        };
    }

    /** As it was written, so that 930101 needs no quotes to be a text. */
    private static StringData text(String column, LogicalType type, Value.Scalar value) {
        int length = LogicalTypeChecks.getLength(type);
        int found = value.text().codePointCount(0, value.text().length());
        if (found > length) {
            throw wrong(column, type, value, "the text has " + found + " characters");
        }
        return StringData.fromString(value.text());
    }

    private static long integer(String column, LogicalType type, Value.Scalar value, long least, long most) {
        BigDecimal number = number(column, type, value);
        try {
            BigInteger whole = number.toBigIntegerExact();
            if (whole.compareTo(BigInteger.valueOf(least)) < 0 || whole.compareTo(BigInteger.valueOf(most)) > 0) {
                throw wrong(column, type, value, value.text() + " is out of its range");
            }
            return whole.longValue();
        } catch (ArithmeticException e) {
            throw wrong(column, type, value, value.text() + " is no whole number");
        }
    }

    private static DecimalData decimal(String column, DecimalType type, Value.Scalar value) {
        BigDecimal number = number(column, type, value);
        int scale = Math.max(0, number.stripTrailingZeros().scale());
        if (scale > type.getScale()) {
            throw wrong(column, type, value, value.text() + " has " + scale + (scale == 1 ? " decimal" : " decimals"));
        }
        BigDecimal scaled = number.setScale(type.getScale());
        if (scaled.precision() > type.getPrecision()) {
            throw wrong(column, type, value, value.text() + " is out of its range");
        }
        return DecimalData.fromBigDecimal(scaled, type.getPrecision(), type.getScale());
    }

    private static double floating(String column, LogicalType type, Value.Scalar value) {
        return switch (value.text()) {
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            default -> number(column, type, value).doubleValue();
        };
    }

    private static BigDecimal number(String column, LogicalType type, Value.Scalar value) {
        boolean isNumber = value.kind() == Value.Kind.INTEGER || value.kind() == Value.Kind.DECIMAL;
        try {
            if (isNumber) {
                return new BigDecimal(value.text());
            }
        } catch (NumberFormatException e) {
            // Told below, with the text as it stands.
        }
        throw wrong(column, type, value, "it is given " + shown(value));
    }

    private static int date(String column, LogicalType type, Value.Scalar value) {
        try {
            return (int) LocalDate.parse(value.text()).toEpochDay();
        } catch (DateTimeException e) {
            throw wrong(column, type, value, "'" + value.text() + "' is no day such as '2024-01-31'");
        }
    }

    private static int time(String column, LogicalType type, Value.Scalar value) {
        try {
            return (int) (LocalTime.parse(value.text()).toNanoOfDay() / 1_000_000);
        } catch (DateTimeException e) {
            throw wrong(column, type, value, "'" + value.text() + "' is no time such as '12:00:00'");
        }
    }

    private TimestampData timestamp(String column, LogicalType type, Value.Scalar value) {
        boolean isLocal =
                type.getTypeRoot() == org.apache.flink.table.types.logical.LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE;
        TimestampData timestamp = (isLocal
                        ? TimeText.local(value.text()).map(TimestampData::fromLocalDateTime)
                        : TimeText.instant(value.text(), zone).map(TimestampData::fromInstant))
                .orElseThrow(() ->
                        wrong(column, type, value, "'" + value.text() + "' is no time such as '2024-01-31 12:00:00'"));
        LocalDateTime time = timestamp.toLocalDateTime();
        int unit = (int) Math.pow(10, 9 - LogicalTypeChecks.getPrecision(type));
        if (time.getNano() % unit != 0) {
            throw wrong(column, type, value, "'" + value.text() + "' is more precise");
        }
        return timestamp;
    }

    private static byte[] bytes(String column, LogicalType type, Value.Scalar value) {
        byte[] bytes = hexadecimal(column, type, value);
        int length = LogicalTypeChecks.getLength(type);
        if (bytes.length > length) {
            throw wrong(column, type, value, "it is given " + bytes.length + " bytes");
        }
        return bytes;
    }

    private static byte[] hexadecimal(String column, LogicalType type, Value.Scalar value) {
        if (!value.text().startsWith(HEXADECIMAL)) {
            return value.text().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().parseHex(value.text().substring(HEXADECIMAL.length()));
        } catch (IllegalArgumentException e) {
            throw wrong(column, type, value, "'" + value.text() + "' is not hexadecimal");
        }
    }

    private GenericArrayData array(String column, ArrayType type, Value value) {
        if (!(value instanceof Value.Sequence sequence)) {
            throw wrong(column, type, value, "it is given " + value.describe());
        }
        List<Value> items = sequence.items();
        return new GenericArrayData(items.stream()
                .map(item -> read(column, type.getElementType(), item))
                .toArray());
    }

    private GenericMapData map(String column, MapType type, Value value) {
        if (!(value instanceof Value.Mapping mapping)) {
            throw wrong(column, type, value, "it is given " + value.describe());
        }
        Map<Object, Object> entries = new HashMap<>();
        for (Value.Entry entry : mapping.entries()) {
            Value key = new Value.Scalar(entry.key(), Value.Kind.TEXT, true, entry.keySpan());
            entries.put(read(column, type.getKeyType(), key), read(column, type.getValueType(), entry.value()));
        }
        return new GenericMapData(entries);
    }

    private GenericRowData row(String column, RowType type, Value value) {
        if (!(value instanceof Value.Mapping mapping)) {
            throw wrong(column, type, value, "it is given " + value.describe());
        }
        GenericRowData row = new GenericRowData(type.getFieldCount());
        for (Value.Entry entry : mapping.entries()) {
            int field = type.getFieldIndex(entry.key());
            if (field < 0) {
                throw TestFileErrors.value(column + " has no field '" + entry.key() + "'", entry.keySpan())
                        .suggesting(entry.key(), type.getFieldNames())
                        .toException();
            }
            row.setField(field, read(column + "." + entry.key(), type.getTypeAt(field), entry.value()));
        }
        return row;
    }

    private static String shown(Value.Scalar value) {
        return value.kind() == Value.Kind.TEXT ? "the text '" + value.text() + "'" : value.text();
    }

    private static EltException wrong(String column, LogicalType type, Value value, String what) {
        return TestFileErrors.value(column + " is " + type.asSummaryString() + ", but " + what, value.span())
                .toException();
    }
}
