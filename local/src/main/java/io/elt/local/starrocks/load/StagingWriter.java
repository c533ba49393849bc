package io.elt.local.starrocks.load;

import org.duckdb.DuckDBAppender;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Appends rows to a staging table. */
final class StagingWriter {
    private final DuckDBAppender appender;

    StagingWriter(DuckDBAppender appender) {
        this.appender = appender;
    }

    void write(Object[] values, Operation operation) throws SQLException {
        appender.beginRow();
        for (Object value : values) {
            append(value);
        }
        appender.append((byte) operation.ordinal());
        appender.endRow();
    }

    private void append(Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number);
        } else if (value instanceof LocalDate date) {
            appender.append(date);
        } else if (value instanceof LocalDateTime time) {
            appender.append(time);
        } else if (value instanceof Boolean bool) {
            appender.append(bool.booleanValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Float number) {
            appender.append(number.floatValue());
        } else if (value instanceof Short number) {
            appender.append(number.shortValue());
        } else if (value instanceof Byte number) {
            appender.append(number.byteValue());
        } else if (value instanceof BigInteger number) {
            appender.append(number);
        } else if (value instanceof byte[] bytes) {
            appender.append(bytes);
        } else {
            throw new IllegalArgumentException("no column holds " + value.getClass());
        }
    }
}
