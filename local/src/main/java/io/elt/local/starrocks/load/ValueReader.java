package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.DataType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Reads the text of a value as a value of a column, as strictly as StarRocks does. */
final class ValueReader {
    private static final BigInteger LARGEINT_LIMIT = BigInteger.ONE.shiftLeft(127);

    private final Column column;
    private final DataType type;

    ValueReader(Column column) {
        this.column = column;
        this.type = column.type();
    }

    Column column() {
        return column;
    }

    /** NULL, where the column has room for it. */
    Object absent() throws RejectedRow {
        if (!column.nullable()) {
            throw RejectedRow.absent(column.name());
        }
        return null;
    }

    /** The value of a row that does not mention the column. */
    Object missing() throws RejectedRow {
        if (column.defaultValue().isEmpty()) {
            return absent();
        }
        String value = column.defaultValue().get();
        return value.equals(Column.NOW) ? now() : read(value);
    }

    private Object now() {
        LocalDateTime now = LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS);
        return switch (type.name()) {
            case DATETIME -> now;
            case DATE -> now.toLocalDate();
            default -> now.toString();
        };
    }

    Object read(String text) throws RejectedRow {
        try {
            return switch (type.name()) {
                case BOOLEAN -> bool(text);
                case TINYINT -> (byte) integer(text, Byte.MIN_VALUE, Byte.MAX_VALUE);
                case SMALLINT -> (short) integer(text, Short.MIN_VALUE, Short.MAX_VALUE);
                case INT -> (int) integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case BIGINT -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE);
                case LARGEINT -> largeInteger(text);
                case FLOAT -> Float.parseFloat(text.strip());
                case DOUBLE -> Double.parseDouble(text.strip());
                case DECIMAL -> decimal(text);
                case CHAR, VARCHAR -> limited(text);
                case DATE -> dateTime(text).toLocalDate();
                case DATETIME -> dateTime(text);
                case JSON -> text;
                case VARBINARY -> limited(text).getBytes(StandardCharsets.UTF_8);
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw RejectedRow.unreadable(column.name(), text, type.columnType());
        }
    }

    private Boolean bool(String text) throws RejectedRow {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw RejectedRow.unreadable(column.name(), text, type.columnType());
        };
    }

    private long integer(String text, long minimum, long maximum) throws RejectedRow {
        long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException notPlain) {
            BigDecimal exact = new BigDecimal(text.strip());
            if (exact.stripTrailingZeros().scale() > 0) {
                throw RejectedRow.unreadable(column.name(), text, type.columnType());
            }
            if (exact.precision() - exact.scale() > 19 || exact.toBigInteger().bitLength() > 63) {
                throw RejectedRow.outOfRange(column.name(), text, type.columnType());
            }
            value = exact.longValue();
        }
        if (value < minimum || value > maximum) {
            throw RejectedRow.outOfRange(column.name(), text, type.columnType());
        }
        return value;
    }

    private BigInteger largeInteger(String text) throws RejectedRow {
        BigInteger value = new BigInteger(text.strip());
        if (value.compareTo(LARGEINT_LIMIT) >= 0 || value.compareTo(LARGEINT_LIMIT.negate()) < 0) {
            throw RejectedRow.outOfRange(column.name(), text, type.columnType());
        }
        return value;
    }

    private BigDecimal decimal(String text) throws RejectedRow {
        BigDecimal value = new BigDecimal(text.strip());
        // Before rounding, for an exponent like 1e999999999 must not be written out.
        if (value.precision() - (long) value.scale() <= type.length() - type.scale() + 1L) {
            BigDecimal rounded = value.setScale(type.scale(), RoundingMode.HALF_UP);
            if (rounded.precision() - rounded.scale() <= type.length() - type.scale()) {
                return rounded;
            }
        }
        throw RejectedRow.outOfRange(column.name(), text, type.columnType());
    }

    private String limited(String text) throws RejectedRow {
        // A character has at most three bytes per Java char, so most texts need not be measured.
        if (text.length() * 3L > type.length()) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            if (length > type.length()) {
                throw RejectedRow.tooLong(column.name(), length, type.length());
            }
        }
        return text;
    }

    private static LocalDateTime dateTime(String text) {
        String trimmed = text.strip();
        if (trimmed.length() == 8 && trimmed.chars().allMatch(Character::isDigit)) {
            return LocalDate.parse(trimmed, java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay();
        }
        if (trimmed.length() <= 10) {
            return LocalDate.parse(trimmed).atStartOfDay();
        }
        String iso = trimmed.charAt(10) == ' ' ? trimmed.substring(0, 10) + "T" + trimmed.substring(11) : trimmed;
        return LocalDateTime.parse(iso).truncatedTo(ChronoUnit.MICROS);
    }
}
