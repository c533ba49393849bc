package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.model.DataType;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Writes the values of a prepared statement's result. */
final class BinaryRow {
    private BinaryRow() {}

    static void write(Payload payload, Object value, DataType type) {
        switch (type.name()) {
            case BOOLEAN, TINYINT -> payload.integer(((Number) value).longValue(), 1);
            case SMALLINT -> payload.integer(((Number) value).longValue(), 2);
            case INT -> payload.integer(((Number) value).longValue(), 4);
            case BIGINT -> payload.integer(((Number) value).longValue(), 8);
            case FLOAT -> payload.integer(Float.floatToIntBits(((Number) value).floatValue()), 4);
            case DOUBLE -> payload.integer(Double.doubleToLongBits(((Number) value).doubleValue()), 8);
            case DATE -> date(payload.integer(4, 1), (LocalDate) value);
            case DATETIME -> dateTime(payload, (LocalDateTime) value);
            case LARGEINT, DECIMAL, CHAR, VARCHAR, JSON, VARBINARY -> payload.string(Values.text(value));
        }
    }

    private static void date(Payload payload, LocalDate date) {
        payload.integer(date.getYear(), 2).integer(date.getMonthValue(), 1).integer(date.getDayOfMonth(), 1);
    }

    private static void dateTime(Payload payload, LocalDateTime time) {
        boolean fraction = time.getNano() >= 1000;
        date(payload.integer(fraction ? 11 : 7, 1), time.toLocalDate());
        payload.integer(time.getHour(), 1).integer(time.getMinute(), 1).integer(time.getSecond(), 1);
        if (fraction) {
            payload.integer(time.getNano() / 1000, 4);
        }
    }
}
