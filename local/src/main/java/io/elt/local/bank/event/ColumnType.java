package io.elt.local.bank.event;

import java.math.BigDecimal;

/** What a column holds; in an event numbers are JSON numbers, {@code FLAG} is a JSON boolean. */
public enum ColumnType {
    INT(Long.class, 0, 0),
    BIGINT(Long.class, 0, 0),
    DECIMAL_15_2(BigDecimal.class, 15, 2),
    DECIMAL_5_2(BigDecimal.class, 5, 2),
    DECIMAL_5_1(BigDecimal.class, 5, 1),
    TEXT(String.class, 0, 0),
    FLAG(Boolean.class, 0, 0);

    private final Class<?> javaType;
    private final int precision;
    private final int scale;

    ColumnType(Class<?> javaType, int precision, int scale) {
        this.javaType = javaType;
        this.precision = precision;
        this.scale = scale;
    }

    public boolean isNumber() {
        return javaType == Long.class || javaType == BigDecimal.class;
    }

    /** A decimal's digits before the point. */
    public int wholeDigits() {
        return precision - scale;
    }

    /** A decimal's digits behind the point. */
    public int scale() {
        return scale;
    }

    boolean holds(Object value) {
        return value == null || javaType.isInstance(value);
    }
}
