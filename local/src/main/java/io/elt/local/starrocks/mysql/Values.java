package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.TypeName;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Reads a value of a result set and prints it as StarRocks does. */
final class Values {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private Values() {}

    /** Null for NULL; numbers, dates and times as such, everything else as text or bytes. */
    static Object read(ResultSet row, int index, DataType type) throws SQLException {
        return switch (type.name()) {
            case DATETIME -> row.getObject(index, LocalDateTime.class);
            case DATE -> row.getObject(index, LocalDate.class);
            case VARBINARY -> row.getBytes(index);
            case BOOLEAN -> {
                boolean value = row.getBoolean(index);
                yield row.wasNull() ? null : value ? 1 : 0;
            }
            case TINYINT, SMALLINT, INT, BIGINT, LARGEINT, FLOAT, DOUBLE, DECIMAL -> row.getObject(index);
            case CHAR, VARCHAR, JSON -> row.getString(index);
        };
    }

    static byte[] text(Object value) {
        return value instanceof byte[] bytes ? bytes : print(value).getBytes(StandardCharsets.UTF_8);
    }

    static String print(Object value) {
        if (value instanceof Double number) {
            return decimal(number, Double.toString(number));
        }
        if (value instanceof Float number) {
            return decimal(number, Float.toString(number));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return (time.getNano() < 1000 ? SECONDS : MICROSECONDS).format(time);
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return String.valueOf(value);
    }

    /** The shortest digits that mean the number, without {@code .0}; an exponent only far from 1. */
    private static String decimal(double number, String shortest) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        double magnitude = Math.abs(number);
        BigDecimal digits = new BigDecimal(shortest).stripTrailingZeros();
        if (magnitude == 0) {
            return "0";
        }
        if (magnitude >= 1e-5 && magnitude < 1e16) {
            return digits.toPlainString();
        }
        int exponent = digits.precision() - digits.scale() - 1;
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    static boolean isText(DataType type) {
        return type.name().isText() || type.name() == TypeName.JSON || type.name() == TypeName.LARGEINT;
    }
}
